import { z } from 'zod';
import { id, line } from '../fields.ts';

/** Maximum length of a file name, UTF-16 code units. */
export const maxFileNameLength = 255;
/** Maximum of files in one message. */
export const maxAttachments = 10;

/** A file that belongs to a message. Its type is what its content is, whatever its name says. */
export const attachment = z.object({
  id,
  /** As it was sent; a download's name ends as its type does. */
  name: z.string(),
  /** MIME type. */
  type: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** Pixels, of images; they have a thumbnail. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
});
export type Attachment = z.infer<typeof attachment>;

/** Groups of types that a site may take. */
export const attachmentKinds = ['image', 'pdf', 'text', 'office'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** The draft that somebody has begun, before they send a file for it. */
export const beginDraft = z.strictObject({ kind: z.enum(['message', 'comment']) });
export type BeginDraft = z.infer<typeof beginDraft>;

export const uploadQuery = z.strictObject({ id, name: line(maxFileNameLength).min(1) });
export type UploadQuery = z.infer<typeof uploadQuery>;

export const downloadQuery = z.strictObject({ size: z.literal('thumbnail').optional() });
export type DownloadQuery = z.infer<typeof downloadQuery>;

export const attachmentReply = z.object({ attachment });
export type AttachmentReply = z.infer<typeof attachmentReply>;
