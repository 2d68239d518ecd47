import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Attachment } from '../../shared/core/content/attachments.ts';
import type { Comment } from '../../shared/comments/schema.ts';
import { useComments } from './context.ts';

/** Widest that a picture is shown, CSS pixels. */
const widest = 320;

/** A picture of a comment that waits: nobody but its author is given it, so it has no address. */
const OwnPicture = ({ id, name, style }: { id: string; name: string; style: string }) => {
  const { comments } = useComments();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    import('./ownPicture.ts')
      // biome-ignore lint/style/noNonNullAssertion: an effect runs after the canvas was drawn
      .then(({ drawOwnPicture }) => drawOwnPicture(comments.page, canvas.current!, id))
      .catch(() => {});
  }, []);
  return <canvas ref={canvas} role="img" aria-label={name} style={style} />;
};

const Picture = ({ file, waits }: { file: Attachment; waits: boolean }) => {
  const { comments } = useComments();
  const { id, name, width, height } = file;
  const [wide, high] = [width ?? widest, height ?? widest];
  const shown = Math.max(1, Math.round(Math.min(widest, wide, (widest * wide) / high)));
  const tall = Math.round((shown / wide) * high);
  return waits ? (
    <OwnPicture id={id} name={name} style={`width:${shown}px;height:${tall}px`} />
  ) : (
    <img src={comments.picture(id)} alt={name} width={shown} height={tall} loading="lazy" />
  );
};

/** A comment's pictures, each with the room it takes before it's there. */
export const Pictures = ({ comment, waits }: { comment: Comment; waits: boolean }) => (
  <>
    {comment.files.map((file) => (
      <Picture key={file.id} file={file} waits={waits} />
    ))}
  </>
);
