import { effect, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { postReport } from '../../../shared/comments/routes.ts';
import type { Comment, ReportComment } from '../../../shared/comments/schema.ts';
import { useComments } from '../context.ts';
import type { Comments } from '../model.ts';
import type { AskingTexts } from './texts/en.ts';

/** A report can be taken back for so long, milliseconds: as long as the server lets it. */
const undoFor = 10 * 60_000;

/**
 * Keeps a reported comment in front of whoever sent the report while it can be taken back: hidden at once, it would take
 * its own undo away. @returns a function that ends it
 */
const keepInSight = (
  { known, put }: Comments,
  comment: Comment,
  isWanted: () => boolean,
  isOver: () => boolean,
): (() => void) => {
  let hidden: Comment | undefined;
  return effect(() => {
    const current = known.value.get(comment.id);
    if (isWanted() && current?.gone) {
      hidden = current;
      put([comment]);
    } else if (hidden && isOver() && !current?.gone) put([hidden]);
  });
};

/** The words that take the form's place once a report is sent. @param undo takes it back; false once it is too late for that */
const Reported = ({ texts, undo }: { texts: AskingTexts; undo: false | (() => Promise<void>) }) => {
  const { text } = useComments();
  return (
    <span class="sure">
      <span class="soft" role="status">
        {texts.reported}
      </span>
      {undo && (
        <button type="button" class="text" onClick={undo}>
          {text('undo')}
        </button>
      )}
    </span>
  );
};

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
  const isSending = useSignal(false);
  const send = (body: ReportComment): Promise<boolean> =>
    comments.own.attempt(() => {
      const { session } = comments.page;
      session.begin();
      return session.call(postReport, { path: { comment: comment.id }, body });
    });
  const field = useRef<HTMLInputElement>(null);
  const mayUndo = (): boolean => sentAt.value !== null && comments.now.value - sentAt.value < undoFor;
  useLayoutEffect(() => field.current?.focus(), []);
  useLayoutEffect(
    () =>
      // The page may hear of it before the answer to the report is there.
      keepInSight(
        comments,
        comment,
        () => isSending.value || mayUndo(),
        () => sentAt.value !== null && !mayUndo(),
      ),
    [],
  );
  if (sentAt.value !== null)
    return (
      <Reported
        texts={texts}
        undo={
          mayUndo() &&
          (async () => {
            if (!(await send({ withdraw: true }))) return;
            sentAt.value = null;
            onDone();
          })
        }
      />
    );
  const why = `${texts.why} (${text('optional')})`;
  return (
    <form
      class="sure"
      aria-label={text('report')}
      onSubmit={async (event) => {
        event.preventDefault();
        const body = reason.value.trim() ? { reason: reason.value.trim() } : {};
        isSending.value = true;
        if (await send(body)) sentAt.value = comments.now.value;
        isSending.value = false;
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
