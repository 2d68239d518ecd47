import type { Done } from '../conversations/schema.ts';
import { route } from '../route.ts';
import type { AttachmentReply, BeginDraft, DownloadQuery, UploadQuery } from './attachments.ts';

/**
 * Says that the visitor writes something that files go with. Needed before the first file of somebody of whom the site
 * has nothing yet; it holds for a day, for a dozen files that nothing carries so far.
 */
export const postDraft = route<BeginDraft, Done>('POST', '/api/sites/:site/drafts');

/*
 * The body is the file's bytes, `application/octet-stream`. The id is client-made: the same file sent again is the same
 * attachment. It is nobody's but the sender's until a message carries it, and is dropped after a day without one.
 */
export const uploadAttachment = route<undefined, AttachmentReply, UploadQuery>(
  'POST',
  '/api/sites/:site/attachments',
);
export const getAttachment = route<undefined, undefined, DownloadQuery>(
  'GET',
  '/api/sites/:site/attachments/:attachment',
);
export const uploadStaffAttachment = route<undefined, AttachmentReply, UploadQuery>(
  'POST',
  '/api/inbox/:site/attachments',
);
export const getStaffAttachment = route<undefined, undefined, DownloadQuery>(
  'GET',
  '/api/inbox/:site/attachments/:attachment',
);
