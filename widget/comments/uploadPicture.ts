import { postDraft, uploadAttachment } from '../../shared/core/content/attachmentRoutes.ts';
import type { Attachment } from '../../shared/core/content/attachments.ts';
import { newId } from '../../shared/core/ids.ts';
import { fillPath } from '../../shared/core/route.ts';
import { CallError, readFailure } from '../core/net/client.ts';
import type { CommentPage } from './page.ts';

/** Sends a picture for a comment that is being written. @throws CallError */
export const uploadPicture = async ({ host, session }: CommentPage, file: File): Promise<Attachment> => {
  await session.call(postDraft, { body: { kind: 'comment' } });
  const query = new URLSearchParams({
    id: newId(),
    name: file.name.slice(0, 255).toWellFormed() || 'picture',
  });
  const path = fillPath(uploadAttachment.path, { site: host.site });
  const response = await fetch(`${host.base}${path}?${query}`, {
    method: 'POST',
    body: file,
    headers: { ...session.headers(), 'content-type': 'application/octet-stream' },
  }).catch(() => {
    throw new CallError('offline');
  });
  // A body that is too large is the picture here, and the text elsewhere.
  if (response.status === 413) throw new CallError('invalid', { file: 'too_long' });
  if (!response.ok) throw await readFailure(response);
  return ((await response.json()) as { attachment: Attachment }).attachment;
};
