import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Comment } from '../../shared/comments/schema.ts';
import type { Branch } from '../../shared/comments/tree.ts';
import { Rich } from '../core/ui/Rich.tsx';
import { CommentActions } from './CommentActions.tsx';
import { CommentHeader } from './CommentHeader.tsx';
import { useComments } from './context.ts';
import { PendingNotice } from './PendingNotice.tsx';
import { Pictures } from './Pictures.tsx';
import { Writer } from './Writer.tsx';

/** A comment with what was replied to it. @param under the comment that it stands below, which is not always the one it answers */
export const Thread = ({ branch, under }: { branch: Branch<Comment>; under: string | null }) => {
  const { comments, text } = useComments();
  const { comment, replies } = branch;
  const { id, author, gone } = comment;
  const item = useRef<HTMLElement>(null);
  const own = comments.own.comments.value.get(id);
  const waits = own?.state === 'pending';
  const name = author.name || text('guest');
  const draft = comments.open.value;
  const isTarget = comments.target.value === id;
  // biome-ignore lint/style/noNonNullAssertion: threads are drawn only once the list is loaded
  const left = comments.list.value!.more[id];
  useLayoutEffect(() => {
    if (!isTarget) return;
    item.current?.scrollIntoView({ block: 'nearest' });
    item.current?.focus({ preventScroll: true });
  }, [isTarget]);
  const closeWriter = (): void => {
    comments.open.value = null;
  };
  return (
    <li>
      <article
        ref={item}
        tabIndex={-1}
        class={isTarget ? 'comment here' : 'comment'}
        aria-label={gone ? text('gone') : name}
      >
        {gone ? (
          <p class="soft">{text('gone')}</p>
        ) : (
          <>
            <CommentHeader comment={comment} under={under} />
            {waits && <PendingNotice reason={own.reason} />}
            {draft?.edits === id ? (
              <Writer draft={draft} onClose={closeWriter} />
            ) : (
              <>
                <div dir="auto" class="words">
                  <Rich nodes={comment.rich} />
                  <Pictures comment={comment} waits={waits} />
                </div>
                <CommentActions comment={comment} own={own} />
              </>
            )}
          </>
        )}
        {draft?.parent === id && <Writer key={draft.id} draft={draft} replyTo={name} onClose={closeWriter} />}
      </article>
      {replies.length > 0 && (
        <ol class="replies">
          {replies.map((reply) => (
            <Thread key={reply.comment.id} branch={reply} under={id} />
          ))}
        </ol>
      )}
      {left !== undefined && left > 0 && (
        <button type="button" class="text" onClick={() => void comments.rest(id)}>
          {text('moreReplies', { count: left })}
        </button>
      )}
    </li>
  );
};
