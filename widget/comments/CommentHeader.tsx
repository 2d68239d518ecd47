import type { Comment } from '../../shared/comments/schema.ts';
import { Face } from '../core/ui/parts.tsx';
import { useComments } from './context.ts';

/** A comment's author and time. @param under the comment that it stands below, which is not always the one it answers */
export const CommentHeader = ({ comment, under }: { comment: Comment; under: string | null }) => {
  const { comments, text, when, exact } = useComments();
  const { id, author, at, editedAt, parent, pinned } = comment;
  const name = author.name || text('guest');
  const above = parent === null ? undefined : comments.known.value.get(parent);
  return (
    <header>
      <Face name={name} />
      <strong>
        <bdi>{name}</bdi>
      </strong>
      {author.kind === 'staff' && <span class="badge">{text('team')}</span>}
      {author.verified && <span class="badge">{text('verified')}</span>}
      {pinned && <span class="badge">{text('pinned')}</span>}
      {above && parent !== under && !above.gone && (
        <span class="soft">{text('answers', { name: above.author.name || text('guest') })}</span>
      )}
      <a class="soft" href={comments.linkTo(id)} title={exact(at)}>
        <time dateTime={new Date(at).toISOString()}>{when(at, comments.now.value)}</time>
      </a>
      {editedAt !== null && <span class="soft">{text('edited')}</span>}
    </header>
  );
};
