import { useSignal } from '@preact/signals';
import { maxCommentLength } from '../../../shared/comments/rules.ts';
import type { StaffComment } from '../../../shared/comments/schema.ts';
import { fill } from '../../core/text/fill.ts';
import type { QueueModel } from './queueModel.ts';
import type { StaffTexts } from './texts.ts';

/** Where the team answers a comment. */
export const AnswerForm = ({
  comment: { id, state },
  name,
  queue,
  texts,
  close,
}: {
  comment: StaffComment;
  name: string;
  queue: QueueModel;
  texts: StaffTexts;
  close(): void;
}) => {
  const body = useSignal('');
  const busy = useSignal(false);
  const send = async (): Promise<void> => {
    if (!body.value.trim() || busy.value) return;
    busy.value = true;
    const isTaken = await queue.answer(id, body.value);
    busy.value = false;
    if (isTaken) close();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        autofocus
        ref={(element) => {
          if (element && document.activeElement !== element && body.value === '') element.focus();
        }}
        aria-label={fill(texts.answerTo, { name })}
        maxLength={maxCommentLength}
        rows={3}
        dir="auto"
        value={body.value}
        onInput={(event) => {
          body.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          if (event.key === 'Escape') close();
        }}
      />
      <div class="row-of-buttons">
        <button type="submit" class="primary" disabled={busy.value || !body.value.trim()}>
          {state === 'pending' ? texts.answerAndApprove : texts.sendAnswer}
        </button>
      </div>
    </form>
  );
};
