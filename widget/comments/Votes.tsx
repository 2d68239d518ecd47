import type { Comment } from '../../shared/comments/schema.ts';
import { arrowUp } from '../core/ui/icons.ts';
import { Icon } from '../core/ui/parts.tsx';
import { useComments } from './context.ts';

/** Votes for a comment, and against it where the site has both. */
export const Votes = ({ comment, isOwn }: { comment: Comment; isOwn: boolean }) => {
  const { comments, text } = useComments();
  // biome-ignore lint/style/noNonNullAssertion: votes are drawn only once the list is loaded
  const { votes } = comments.list.value!.rules;
  const mine = comments.own.votes.value[comment.id];
  if (votes === 'off') return null;
  const button = (value: 1 | -1, count: number) => (
    <button
      type="button"
      class="plain vote"
      aria-pressed={mine === value}
      disabled={isOwn}
      onClick={() => void comments.own.vote(comment.id, value)}
    >
      <span class={value === 1 ? '' : 'upside'}>
        <Icon path={arrowUp} />
      </span>
      <span class="unseen">{text(value === 1 ? 'up' : 'down')}</span>
      {count > 0 && <span>{count}</span>}
    </button>
  );
  return (
    <>
      {button(1, comment.up)}
      {votes === 'both' && button(-1, comment.down)}
    </>
  );
};
