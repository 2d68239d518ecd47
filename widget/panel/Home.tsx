import type { Surface } from '../core/context.ts';
import { durationText, listText, whenText } from '../core/text/times.ts';
import { Face } from '../core/ui/parts.tsx';
import type { HomeParts } from './homeParts.ts';

/** The team: who is there, or when they are back, and how long an answer usually takes. */
const Team = ({ surface }: { surface: Surface }) => {
  const { settings, texts } = surface.context;
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
        <span>{open ? texts.get(people.length > 1 ? 'here' : 'hereTeam', { names }) : names}</span>
        {opensAt && <span>{texts.get('backAt', { when: whenText(texts, opensAt, Date.now()) })}</span>}
        {/* One of the two: who is back tomorrow does not usually reply in a minute. */}
        {!opensAt && usualReplyMinutes !== null && (
          <span>{texts.get('usualReply', { duration: durationText(texts, usualReplyMinutes) })}</span>
        )}
      </p>
    </div>
  );
};

/** The first thing that a visitor sees: who we are, one field, and what they already asked. */
export const Home = ({ surface, parts }: { surface: Surface; parts: HomeParts }) => {
  const { settings, texts, conversations } = surface.context;
  const field = parts.field.value;
  const part = conversations.value;
  const Who = part?.Team ?? Team;
  const sections = parts.sections.value;
  // While somebody types, the answers need the room.
  const isIdle = !field?.busy.value;
  return (
    <div class="home">
      {isIdle && (
        <div class="welcome">
          <h2 dir="auto">{settings.greeting[texts.language] || texts.get('greeting')}</h2>
          <Who surface={surface} />
        </div>
      )}
      {sections.map((section) => section.above())}
      {field?.render()}
      {isIdle && part && <part.ConversationList surface={surface} onEdit={(id) => field?.edit(id)} />}
      {isIdle &&
        parts.offers.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            onClick={() => {
              surface.conversation.value = name;
            }}
          >
            {label(texts)}
          </button>
        ))}
      {isIdle && sections.map((section) => section.below(field))}
    </div>
  );
};
