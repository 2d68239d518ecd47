import { type Signal, useSignal } from '@preact/signals';
import type { StaffAnswer } from '../../../shared/ask/answerSchema.ts';
import { useFeatures, useLanguage, useStaff } from '../../core/staff/context.ts';
import { counted, type InboxTexts } from '../../core/staff/i18n.ts';
import { Rich } from '../../core/ui/Rich.tsx';
import { AnswerHistory } from './AnswerHistory.tsx';
import { AnswerText } from './AnswerText.tsx';
import type { AnswersModel } from './answersModel.ts';
import { SplitForm } from './SplitForm.tsx';
import type { AnswerTexts } from './texts.ts';

type Given = { answer: StaffAnswer; texts: AnswerTexts };

/** Why it waits; empty for what doesn't. */
const reasonText = (texts: InboxTexts, { reason }: StaffAnswer): string =>
  reason ? texts[`held_${reason}`] : '';

/** The head of an answer: its author, why it waits, and its question. */
const Head = ({ answer, texts }: Given) => {
  const { tag, texts: own } = useLanguage();
  const { open } = useStaff();
  const { question, kind, at } = answer;
  const why = reasonText(own, answer);
  const known =
    kind === 'staff'
      ? texts.team
      : kind === 'imported'
        ? texts.imported
        : answer.publicBefore > 0
          ? counted(tag, texts.before, answer.publicBefore)
          : texts.unknown;
  return (
    <>
      <p class="answer-head">
        <strong>
          <bdi>{answer.author || texts.guest}</bdi>
        </strong>
        {kind === 'visitor' && answer.verified && <span class="quiet">{texts.verified}</span>}
        {why && <span class="chip orange">{why}</span>}
        <span class="quiet">{known}</span>
        {answer.helpful > 0 && <span class="quiet">{counted(tag, texts.helped, answer.helpful)}</span>}
        <time class="quiet" dateTime={new Date(at).toISOString()}>
          {new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(at)}
        </time>
      </p>
      <p class="quiet answer-question">
        <a href={question.path} target="_blank" rel="noopener noreferrer" dir="auto">
          {question.title}
        </a>
        {question.conversation && (
          <button type="button" class="link" onClick={() => open(question.conversation)}>
            {texts.conversation}
          </button>
        )}
      </p>
    </>
  );
};

/** The part of a row that is open below it. */
type Opened = 'body' | 'correction' | 'history' | 'split' | null;

/** The buttons of one answer: decisions, marks, and what opens below it. */
const AnswerButtons = ({
  answer,
  model,
  texts,
  open,
}: Given & { model: AnswersModel; open: Signal<Opened> }) => {
  const features = useFeatures();
  const { id, state } = answer;
  const mark = (what: 'official' | 'accepted') => (
    <button
      type="button"
      aria-pressed={answer[what]}
      onClick={() => void model.change(id, { [what]: !answer[what] })}
    >
      {texts[what]}
    </button>
  );
  const toggle = (what: NonNullable<typeof open.value>, label: string) => (
    <button
      type="button"
      class="link"
      aria-expanded={open.value === what}
      onClick={() => {
        open.value = open.value === what ? null : what;
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="row-of-buttons">
      {state !== 'public' && !answer.splitTo && (
        <button type="button" class="primary" onClick={() => void model.decide(answer, 'publish')}>
          {texts.publish}
        </button>
      )}
      {state === 'public' && mark('official')}
      {state === 'public' && mark('accepted')}
      {answer.splitTo && (
        <button type="button" onClick={() => void model.join(answer)}>
          {texts.join}
        </button>
      )}
      {!answer.splitTo && toggle('correction', texts.correct)}
      {!answer.splitTo && toggle('body', texts.edit)}
      {state === 'public' && toggle('split', texts.split)}
      {answer.editedAt !== null && toggle('history', texts.history)}
      {state === 'public' &&
        features.map(
          ({ kind, OnQuestion }) => OnQuestion && <OnQuestion key={kind} question={answer.question.id} />,
        )}
      {state !== 'hidden' && (
        <button type="button" class="link" onClick={() => void model.decide(answer, 'hide')}>
          {texts.remove}
        </button>
      )}
    </div>
  );
};

/** One answer that staff look at. */
export const AnswerRow = ({ answer, model, texts }: Given & { model: AnswersModel }) => {
  const open = useSignal<Opened>(null);
  const { id } = answer;
  return (
    <li>
      <Head answer={answer} texts={texts} />
      {answer.correction && (
        <blockquote dir="auto">
          <strong>{texts.correction}:</strong> {answer.correction}
        </blockquote>
      )}
      {answer.splitTo && (
        <p>
          {texts.splitTo}{' '}
          <a href={answer.splitTo.path} target="_blank" rel="noopener noreferrer" dir="auto">
            {answer.splitTo.title}
          </a>
        </p>
      )}
      <div dir="auto">
        <Rich nodes={answer.rich} />
      </div>
      <AnswerButtons answer={answer} model={model} texts={texts} open={open} />
      {open.value === 'history' && <AnswerHistory id={id} texts={texts} />}
      {open.value === 'split' && (
        <SplitForm
          answer={answer}
          texts={texts}
          split={(...given) => model.split(answer, ...given)}
          close={() => {
            open.value = null;
          }}
        />
      )}
      {(open.value === 'body' || open.value === 'correction') && (
        <AnswerText
          key={open.value}
          what={open.value}
          answer={answer}
          texts={texts}
          save={(text) => model.change(id, open.value === 'body' ? { body: text } : { correction: text })}
          close={() => {
            open.value = null;
          }}
        />
      )}
    </li>
  );
};
