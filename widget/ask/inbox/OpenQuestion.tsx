import { useSignal } from '@preact/signals';
import { closeQuestion } from '../../../shared/ask/answerRoutes.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { counted } from '../../core/staff/i18n.ts';
import { go } from '../../core/staff/router.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { fill } from '../../core/text/fill.ts';
import type { Made } from './made.ts';
import './styles.ts';
import { QuestionHistory } from './QuestionHistory.tsx';
import { TeamAnswer } from './TeamAnswer.tsx';
import { type AnswerTexts, texts as answerTexts } from './texts.ts';

/** Why a question takes no more answers, as visitors will read it. */
const CloseForm = ({
  texts,
  send,
  cancel,
}: {
  texts: AnswerTexts;
  send(reason: string): void;
  cancel(): void;
}) => {
  const reason = useSignal('');
  return (
    <form
      class="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(reason.value);
      }}
    >
      <label for="close-reason">{texts.closeReason}</label>
      <p class="quiet" id="close-hint">
        {texts.closeHint}
      </p>
      <textarea
        id="close-reason"
        dir="auto"
        rows={2}
        required
        maxLength={500}
        aria-describedby="close-hint"
        value={reason.value}
        onInput={(event) => {
          reason.value = event.currentTarget.value;
        }}
      />
      <div class="row-of-buttons">
        <button type="submit" class="primary">
          {texts.close}
        </button>
        <button type="button" onClick={cancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
};

/** A public question that visitors answer: what waits, the team's own answer, and closing it. */
export const OpenQuestion = ({ question, reload }: { question: Made; reload(): void }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const texts = useFeatureTexts(answerTexts);
  const open = useSignal<'answer' | 'close' | 'history' | null>(null);
  if (!texts) return null;
  const show = (what: typeof open.value): void => {
    open.value = what;
  };
  const setClosed = async (body: { closed: true; reason: string } | { closed: false }): Promise<void> => {
    if (await staff.attempt(staff.call(closeQuestion, { path: { question: question.id }, body }))) {
      show(null);
      reload();
    }
  };
  return (
    <>
      {question.waiting > 0 && (
        <button type="button" class="link" onClick={() => go('/inbox/answers')}>
          {counted(tag, texts.waitingHere, question.waiting)}
        </button>
      )}
      {question.closedReason !== null && (
        <span class="quiet" dir="auto">
          {fill(texts.closedBecause, { reason: question.closedReason })}
        </span>
      )}
      <button type="button" class="link" onClick={() => show('answer')}>
        {texts.answerAsTeam}
      </button>
      {question.closedReason === null ? (
        <button type="button" class="link" onClick={() => show('close')}>
          {texts.close}
        </button>
      ) : (
        <button type="button" class="link" onClick={() => void setClosed({ closed: false })}>
          {texts.reopen}
        </button>
      )}
      <button
        type="button"
        class="link"
        aria-expanded={open.value === 'history'}
        onClick={() => show(open.value === 'history' ? null : 'history')}
      >
        {texts.history}
      </button>
      {open.value === 'history' && <QuestionHistory id={question.id} texts={texts} />}
      {open.value === 'answer' && (
        <TeamAnswer
          question={question.id}
          texts={texts}
          close={(isPosted) => {
            show(null);
            if (isPosted) reload();
          }}
        />
      )}
      {open.value === 'close' && (
        <CloseForm
          texts={texts}
          send={(reason) => void setClosed({ closed: true, reason })}
          cancel={() => show(null)}
        />
      )}
    </>
  );
};
