/** @jsxImportSource hono/jsx */
import type { OwnPart } from '../../../shared/ask/answerSchema.ts';
import type { Answer, PublicQuestion } from '../../../shared/ask/schema.ts';
import { ReportLink } from '../../core/moderation/reports/ReportLink.tsx';
import { Rich, Time } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { withLanguage } from '../../core/pages/links.ts';
import { countText, fill } from '../../core/pages/texts.ts';
import { communityTexts } from '../communityTexts.ts';

/* The answers of a public question, and what a reader says of each. */

/** Where the forms about an answer go. */
export const answerAction = ({ site, language }: PageCall, id: string, what: string): string =>
  `/sites/${site.key}/answers/${id}/${what}?lang=${language.tag}`;

/** A form that is one button: pressed, it takes back what it said. */
export const Toggle = ({
  action,
  isOn,
  label,
  plain = true,
}: {
  action: string;
  isOn: boolean;
  label: string;
  plain?: boolean;
}) => (
  <form method="post" action={action}>
    <input type="hidden" name="value" value={isOn ? 'no' : 'yes'} />
    <button type="submit" class={plain ? 'plain small' : 'small'} aria-pressed={isOn ? 'true' : 'false'}>
      {label}
    </button>
  </form>
);

const Marks = ({ call, answer }: { call: PageCall; answer: Answer }) => {
  const { texts } = call.language;
  return (
    (answer.official || answer.accepted) && (
      <p class="marks">
        {answer.official && <span class="mark">{texts.official}</span>}
        {answer.accepted && <span class="mark">{texts.accepted}</span>}
      </p>
    )
  );
};

/** A correction by staff under an answer that stays. */
const Correction = ({ call, answer: { correction } }: { call: PageCall; answer: Answer }) => {
  const texts = communityTexts(call.language.tag);
  return (
    correction && (
      <aside class="correction">
        <p>
          <strong>
            <bdi>{fill(texts.correctionBy, { name: correction.by })}</bdi>
          </strong>
        </p>
        <div class="rich" dir="auto">
          <Rich nodes={correction.rich} />
        </div>
      </aside>
    )
  );
};

const Byline = ({ call, answer }: { call: PageCall; answer: Answer }) => {
  const { language, site } = call;
  const texts = communityTexts(language.tag);
  const name =
    answer.author || (answer.kind === 'visitor' ? texts.guest : site.settings.teamName || site.name);
  const zone = site.settings.hours.zone;
  return (
    <p class="quiet">
      <bdi>{name}</bdi>
      {answer.kind === 'staff' && ` · ${texts.team}`}
      {answer.kind === 'visitor' && answer.verified && ` · ${texts.verified}`}
      {' · '}
      <Time at={answer.at} language={language} zone={zone} />
      {answer.editedAt !== null && ` · ${texts.edited}`}
    </p>
  );
};

/** Votes on an answer: that it helped and, for the asker, that it is the accepted one. */
const Voices = ({ call, answer, own }: { call: PageCall; answer: Answer; own: OwnPart | null }) => {
  const { tag } = call.language;
  const texts = communityTexts(tag);
  const isOwn = own?.answers.some(({ id }) => id === answer.id) ?? false;
  const hasHelped = own?.helped.includes(answer.id) ?? false;
  return (
    <div class="row voices">
      {!isOwn && (
        <Toggle
          action={answerAction(call, answer.id, 'helpful')}
          isOn={hasHelped}
          label={hasHelped ? texts.helpedYes : texts.helped}
        />
      )}
      {own?.isAsker && (
        <Toggle
          action={answerAction(call, answer.id, 'accepted')}
          isOn={answer.accepted}
          label={answer.accepted ? texts.unaccept : texts.accept}
        />
      )}
      {isOwn && !answer.official && <a href={answerAction(call, answer.id, 'edit')}>{texts.edit}</a>}
      {!isOwn && answer.kind !== 'staff' && <ReportLink call={call} of={{ kind: 'answer', id: answer.id }} />}
      {answer.helpful > 0 && <span class="quiet">{countText(tag, texts.helpedCount, answer.helpful)}</span>}
    </div>
  );
};

/** The answers in their order, then the reader's own that wait. */
export const Answers = ({
  question,
  call,
  own,
}: {
  question: PublicQuestion;
  call: PageCall;
  own: OwnPart | null;
}) => {
  const texts = communityTexts(call.language.tag);
  const isCommunity = call.site.settings.communityAnswers !== 'off';
  const waiting = own?.answers.filter(({ state }) => state === 'waiting') ?? [];
  return (
    <>
      {question.answers.map((answer) => (
        <article class={answer.official ? 'card good' : 'card'} id={`answer-${answer.id}`}>
          <Marks call={call} answer={answer} />
          <Correction call={call} answer={answer} />
          <div class="rich" lang={answer.kind === 'visitor' ? undefined : question.language} dir="auto">
            <Rich nodes={answer.rich} />
          </div>
          <Byline call={call} answer={answer} />
          {isCommunity && <Voices call={call} answer={answer} own={own} />}
        </article>
      ))}
      {question.splits.map(({ answer, path, title }) => (
        <p class="card" id={`answer-${answer}`}>
          {texts.splitTo}{' '}
          <a href={withLanguage(path, call.language.tag)} dir="auto">
            {title}
          </a>
        </p>
      ))}
      {waiting.map((answer) => (
        <article class="card waiting" id={`answer-${answer.id}`}>
          <p class="quiet">{texts.ownWaiting}</p>
          <div class="rich" dir="auto">
            <Rich nodes={answer.rich} />
          </div>
          <p class="row voices">
            <a href={answerAction(call, answer.id, 'edit')}>{texts.edit}</a>
          </p>
        </article>
      ))}
      {isCommunity && question.answers.length + waiting.length === 0 && <p>{texts.noAnswers}</p>}
    </>
  );
};
