import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { StaffAnswer } from '../../../shared/ask/answerSchema.ts';
import type { AnswerTexts } from './texts.ts';

/** Changing what an answer says, or the note that sets it right. */
export const AnswerText = ({
  what,
  answer,
  texts,
  save,
  close,
}: {
  what: 'body' | 'correction';
  answer: StaffAnswer;
  texts: AnswerTexts;
  /** @returns whether it was taken */
  save(text: string): Promise<boolean>;
  close(): void;
}) => {
  const text = useSignal(answer[what]);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const id = `answer-${what}-${answer.id}`;
  return (
    <form
      class="answer-form"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await save(text.value)) close();
      }}
    >
      <label for={id}>{what === 'body' ? texts.edit : texts.correction}</label>
      {what === 'correction' && (
        <p class="quiet" id={`${id}-hint`}>
          {texts.correctionHint}
        </p>
      )}
      <textarea
        ref={field}
        id={id}
        dir="auto"
        rows={5}
        maxLength={10_000}
        required={what === 'body'}
        aria-describedby={what === 'correction' ? `${id}-hint` : undefined}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      <div class="row-of-buttons">
        <button type="submit" class="primary">
          {texts.save}
        </button>
        <button type="button" onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
};
