import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { StaffAnswer } from '../../../shared/ask/answerSchema.ts';
import type { AnswerTexts } from './texts.ts';

/** Makes an answer that asks something a question of its own. */
export const SplitForm = ({
  answer,
  texts,
  split,
  close,
}: {
  answer: StaffAnswer;
  texts: AnswerTexts;
  /** @returns whether it was taken */
  split(title: string, details: string, followers: boolean): Promise<boolean>;
  close(): void;
}) => {
  const title = useSignal('');
  const details = useSignal(answer.body);
  const followers = useSignal(true);
  const isBusy = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const id = `split-${answer.id}`;
  return (
    <form
      class="answer-form"
      onSubmit={async (event) => {
        event.preventDefault();
        isBusy.value = true;
        if (await split(title.value.trim(), details.value, followers.value)) close();
        isBusy.value = false;
      }}
    >
      <label for={`${id}-title`}>{texts.splitTitle}</label>
      <p class="quiet" id={`${id}-hint`}>
        {texts.splitHint}
      </p>
      <input
        ref={field}
        id={`${id}-title`}
        type="text"
        dir="auto"
        maxLength={200}
        required
        aria-describedby={`${id}-hint`}
        value={title.value}
        onInput={(event) => {
          title.value = event.currentTarget.value;
        }}
      />
      <label for={`${id}-details`}>{texts.splitDetails}</label>
      <textarea
        id={`${id}-details`}
        dir="auto"
        rows={5}
        maxLength={10_000}
        value={details.value}
        onInput={(event) => {
          details.value = event.currentTarget.value;
        }}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={followers.value}
          onChange={(event) => {
            followers.value = event.currentTarget.checked;
          }}
        />
        <span>{texts.splitFollowers}</span>
      </label>
      <div class="row-of-buttons">
        <button type="submit" class="primary" disabled={isBusy.value}>
          {texts.split}
        </button>
        <button type="button" onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
};
