import { useSignal } from '@preact/signals';
import { postStaffAnswer } from '../../../shared/ask/answerRoutes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { useStaff } from '../../core/staff/context.ts';
import type { AnswerTexts } from './texts.ts';

/** The team's own answer to a public question, beside those of visitors. */
export const TeamAnswer = ({
  question,
  texts,
  close,
}: {
  question: string;
  texts: AnswerTexts;
  /** @param isPosted whether one was published */
  close(isPosted: boolean): void;
}) => {
  const staff = useStaff();
  const text = useSignal('');
  const official = useSignal(true);
  // Tried again, it is the same answer.
  const id = useSignal(newId());
  return (
    <form
      class="answer-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const body = { id: id.value, body: text.value, official: official.value };
        if (await staff.attempt(staff.call(postStaffAnswer, { path: { question }, body }))) close(true);
      }}
    >
      <label for="team-answer">{texts.yourAnswer}</label>
      <textarea
        id="team-answer"
        dir="auto"
        rows={5}
        required
        maxLength={10_000}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          id.value = newId();
        }}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={official.value}
          onChange={(event) => {
            official.value = event.currentTarget.checked;
            id.value = newId();
          }}
        />
        <span>{texts.official}</span>
      </label>
      <div class="row-of-buttons">
        <button type="submit" class="primary">
          {texts.postAnswer}
        </button>
        <button type="button" onClick={() => close(false)}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
};
