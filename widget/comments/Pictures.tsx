import type { Comment } from '../../shared/comments/schema.ts';
import { useComments } from './context.ts';

/** Widest that a picture is shown, CSS pixels. */
const widest = 320;

/** A comment's pictures, each with the room it takes before it's there. */
export const Pictures = ({ comment }: { comment: Comment }) => {
  const { comments } = useComments();
  return (
    <>
      {comment.files.map(({ id, name, width, height }) => {
        const [wide, high] = [width ?? widest, height ?? widest];
        const shown = Math.max(1, Math.round(Math.min(widest, wide, (widest * wide) / high)));
        return (
          <img
            key={id}
            src={comments.picture(id)}
            alt={name}
            width={shown}
            height={Math.round((shown / wide) * high)}
            loading="lazy"
          />
        );
      })}
    </>
  );
};
