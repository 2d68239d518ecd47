import { route } from '../route.ts';
import type { AttachmentReply, DownloadQuery, UploadQuery } from './attachments.ts';

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
