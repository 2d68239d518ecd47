import { getAttachment } from '../../shared/core/content/attachmentRoutes.ts';
import { fillPath } from '../../shared/core/route.ts';
import type { CommentPage } from './page.ts';

/** The lazy entry: draws a picture that its author alone may see. Their secret travels in a header, in no address. */
export const drawOwnPicture = async (
  { host, session, ends }: CommentPage,
  canvas: HTMLCanvasElement,
  id: string,
): Promise<void> => {
  const path = fillPath(getAttachment.path, { site: host.site, attachment: id });
  const answer = await fetch(`${host.base}${path}?size=thumbnail`, {
    headers: session.headers(),
    signal: ends,
  });
  if (!answer.ok) return;
  const picture = await createImageBitmap(await answer.blob());
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
};
