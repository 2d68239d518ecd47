import type { Feature } from './feature.ts';
import type { Surface } from './surface.ts';
import { durationText, listText, whenText } from './times.ts';
import { Face } from './ui/parts.tsx';

/** Who is there, or when they are back, and how long an answer usually takes. */
const Team = ({ surface }: { surface: Surface }) => {
  const { settings, texts } = surface.visit;
  const { people, open, opensAt, usualReplyMinutes } = settings;
  const names =
    listText(
      texts,
      people.map(({ name }) => name),
    ) || settings.teamName;
  return (
    <div class="team">
      <span class="faces">
        {people.map(({ id, name }) => (
          <Face key={id} name={name} />
        ))}
      </span>
      <p class="soft">
        <span>{open ? texts.say(people.length > 1 ? 'here' : 'hereTeam', { names }) : names}</span>
        {opensAt && <span>{texts.say('backAt', { when: whenText(texts, opensAt, Date.now()) })}</span>}
        {usualReplyMinutes !== null && (
          <span>{texts.say('usualReply', { duration: durationText(texts, usualReplyMinutes) })}</span>
        )}
      </p>
    </div>
  );
};

/** The first thing that a visitor sees: who we are, one field, and what they already asked. */
export const Home = ({ surface, ask }: { surface: Surface; ask: Feature | null }) => {
  const { settings, texts, follow } = surface.visit;
  const part = follow.value;
  const Who = part?.Team ?? Team;
  const busy = ask?.busy.value;
  const news = surface.visit.news.value;
  return (
    <div class="home">
      {!busy && (
        <div class="welcome">
          <h2 dir="auto">{settings.greeting[texts.language] || texts.say('greeting')}</h2>
          <Who surface={surface} />
        </div>
      )}
      {news?.above()}
      {ask?.render()}
      {!busy &&
        (['chat', 'callback'] as const).map(
          (kind) =>
            settings.features[kind] && (
              <button
                key={kind}
                type="button"
                onClick={() => {
                  surface.conversation.value = kind;
                }}
              >
                {texts.say(kind)}
              </button>
            ),
        )}
      {!busy && part && (
        <part.ConversationList surface={surface} follow={part.model} onEdit={(id) => ask?.edit(id)} />
      )}
      {!busy && news?.below()}
    </div>
  );
};
