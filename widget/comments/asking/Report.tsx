import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { postReport } from '../../../shared/comments/routes.ts';
import type { Comment, ReportComment } from '../../../shared/comments/schema.ts';
import { useComments } from '../context.ts';
import type { AskingTexts } from './texts/en.ts';

/** A report can be taken back for so long, milliseconds: as long as the server lets it. */
const undoFor = 10 * 60_000;

/** Reports a comment: asks why, which may stay open, and takes it back again. */
export const Report = ({
  comment,
  texts,
  onDone,
}: {
  comment: Comment;
  texts: AskingTexts;
  onDone(): void;
}) => {
  const { comments, text } = useComments();
  const reason = useSignal('');
  const sentAt = useSignal<number | null>(null);
  const send = (body: ReportComment): Promise<boolean> =>
    comments.own.attempt(() => {
      const { session } = comments.page;
      session.begin();
      return session.call(postReport, { path: { comment: comment.id }, body });
    });
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  if (sentAt.value !== null)
    return (
      <span class="sure">
        <span class="soft" role="status">
          {texts.reported}
        </span>
        {comments.now.value - sentAt.value < undoFor && (
          <button
            type="button"
            class="text"
            onClick={async () => {
              if (await send({ withdraw: true })) onDone();
            }}
          >
            {text('undo')}
          </button>
        )}
      </span>
    );
  const why = `${texts.why} (${text('optional')})`;
  return (
    <form
      class="sure"
      aria-label={text('report')}
      onSubmit={async (event) => {
        event.preventDefault();
        const body = reason.value.trim() ? { reason: reason.value.trim() } : {};
        if (await send(body)) sentAt.value = comments.now.value;
      }}
    >
      <input
        ref={field}
        maxLength={300}
        dir="auto"
        aria-label={why}
        placeholder={why}
        value={reason.value}
        onInput={(event) => {
          reason.value = event.currentTarget.value;
        }}
      />
      <button type="submit" class="text">
        {text('report')}
      </button>
      <button type="button" class="text" onClick={onDone}>
        {text('cancel')}
      </button>
    </form>
  );
};
