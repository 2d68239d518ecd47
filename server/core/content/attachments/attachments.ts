import type { Attachment } from '../../../../shared/core/content/attachments.ts';
import type { FieldCode } from '../../../../shared/core/errors.ts';
import type { Context } from '../../../context.ts';
import { Failure } from '../../http/failure.ts';
import type { ReadHeader } from '../../http/headers.ts';
import type { Site } from '../../people/sites/sites.ts';
import type { ImageRefusal } from './images.ts';
import { detectType } from './kinds.ts';
import {
  type AttachmentRow,
  deleteLoose,
  toAttachmentView,
  findAttachment,
  findAttachments,
  insertAttachment,
  listLoose,
  sentBytes,
} from './queries.ts';
import { receiveFile, removeFiles } from './store.ts';

const day = 24 * 3_600_000;
/** The most one sender may send a day, bytes. */
const dailyBytes = 100 * 1024 * 1024;

export interface Sender {
  kind: 'visitor' | 'staff';
  id: string;
}

/** A sender whose file is on its way. */
export interface Uploader extends Sender {
  /** Key of a rate limit, see `address.ts`, or what stands for one: pictures are made in turn by it. */
  address: string;
}

/** The messages of refused pictures; the field's code tells a person the same. */
const refusals: Record<ImageRefusal, { message: string; code: FieldCode }> = {
  unreadable: { message: 'This image can’t be read.', code: 'not_allowed' },
  too_many_pixels: { message: 'This image has too many pixels.', code: 'too_many_pixels' },
  too_complex: { message: 'This image takes too much time or memory to process.', code: 'too_complex' },
};

/** The failure that a refused picture is told with. */
export const pictureRefusal = (refused: ImageRefusal): Failure => {
  const { message, code } = refusals[refused];
  return new Failure('invalid', message, { fields: { file: code } });
};

/** Takes a file. @throws Failure with the reason and the field; nothing is kept then */
export const takeAttachment = async (
  ctx: Context,
  site: Site,
  sender: Uploader,
  given: { id: string; name: string },
  request: Request,
  read: ReadHeader,
): Promise<Attachment> => {
  const allowed = site.settings.attachments;
  const known = await findAttachment(ctx, site.id, given.id);
  if (known && known.senderId !== sender.id)
    throw new Failure('conflict', 'This ID has already been used for something else.');
  const now = ctx.clock.now();
  const sent = known ? 0 : await sentBytes(ctx, site.id, sender.id, now - day);
  if (sent >= dailyBytes) throw new Failure('limited', 'Too many files for one day.', { retryAfter: 3_600 });
  const draft = await receiveFile(
    {
      dataDirectory: ctx.config.dataDirectory,
      siteId: site.id,
      id: given.id,
      max: allowed.mostBytes,
      clock: ctx.clock,
    },
    request,
    read,
  );
  try {
    if (known) {
      if (known.hash !== draft.hash || known.name !== given.name)
        throw new Failure('conflict', 'This ID has already been used for something else.');
      return toAttachmentView(known);
    }
    const refuse = (message: string) => new Failure('invalid', message, { fields: { file: 'not_allowed' } });
    const found = await detectType(draft.file);
    if (!found || !allowed.kinds.includes(found.kind)) throw refuse('This file type isn’t supported.');
    const { file, thumbnail } = draft;
    const picture =
      found.kind === 'image'
        ? await ctx.images.make(
            { kind: 'remake', file, thumbnail },
            { site: site.id, address: sender.address },
          )
        : null;
    if (picture && 'refused' in picture) throw pictureRefusal(picture.refused);
    const row = {
      siteId: site.id,
      id: given.id,
      conversationId: null,
      messageId: null,
      senderKind: sender.kind,
      senderId: sender.id,
      name: given.name,
      type: picture?.type ?? found.type,
      size: draft.size,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      hash: draft.hash,
      createdAt: now,
    };
    // The bytes first: a row without them would promise what is not there; bytes without a row are swept away.
    await draft.keep();
    if (!(await insertAttachment(ctx, row))) {
      const other = await findAttachment(ctx, site.id, given.id);
      if (other?.senderId !== sender.id || other.hash !== draft.hash)
        throw new Failure('conflict', 'This ID has already been used for something else.');
    }
    return toAttachmentView(row);
  } finally {
    await draft.drop();
  }
};

/**
 * Keeps a text that the server made as somebody's file, for a message to carry. The same id again keeps what is there.
 * @throws what receiving a file throws
 */
export const keepMade = async (
  ctx: Context,
  siteId: string,
  sender: Sender,
  file: { id: string; name: string; type: string },
  text: string,
): Promise<void> => {
  if (await findAttachment(ctx, siteId, file.id)) return;
  const { dataDirectory } = ctx.config;
  const bytes = Buffer.from(text);
  const draft = await receiveFile(
    { dataDirectory, siteId, id: file.id, max: bytes.length, clock: ctx.clock },
    new Request('http://made.invalid/', { method: 'POST', body: new Uint8Array(bytes) }),
    (name) => (name === 'content-type' ? 'application/octet-stream' : undefined),
  );
  try {
    await draft.keep();
    await insertAttachment(ctx, {
      ...file,
      siteId,
      conversationId: null,
      messageId: null,
      senderKind: sender.kind,
      senderId: sender.id,
      size: draft.size,
      width: null,
      height: null,
      hash: draft.hash,
      createdAt: ctx.clock.now(),
    });
  } finally {
    await draft.drop();
  }
};

/** Bytes of one picture of an import: what was written anew is at times larger than what was sent. */
const maxRestored = 64 * 1024 * 1024;

/**
 * Takes a picture back that another Foyer took out, for a message that is there. Already here, it stays as it is.
 * @throws Failure `invalid` when it is no picture that can be shown, and what receiving a file throws
 */
export const restorePicture = async (
  ctx: Context,
  siteId: string,
  given: Pick<AttachmentRow, 'id' | 'name' | 'size' | 'createdAt'> & {
    messageId: string;
    conversationId: string;
  },
  bytes: Buffer,
): Promise<Attachment> => {
  const known = await findAttachment(ctx, siteId, given.id);
  if (known) {
    if (known.messageId !== given.messageId)
      throw new Failure('conflict', 'This ID has already been used for something else.');
    return toAttachmentView(known);
  }
  const { dataDirectory } = ctx.config;
  const draft = await receiveFile(
    { dataDirectory, siteId, id: given.id, max: maxRestored, clock: ctx.clock },
    new Request('http://import/', { method: 'POST', body: new Uint8Array(bytes) }),
    (name) => (name === 'content-type' ? 'application/octet-stream' : undefined),
  );
  try {
    const found = await detectType(draft.file);
    const { file, thumbnail } = draft;
    const picture =
      found?.kind === 'image'
        ? await ctx.images.make({ kind: 'adopt', file, thumbnail }, { site: siteId, address: 'import' })
        : null;
    if (!picture || 'refused' in picture) throw new Failure('invalid', 'This isn’t an image.');
    const row = {
      ...given,
      ...picture,
      siteId,
      senderKind: 'visitor' as const,
      senderId: 'imported',
      hash: draft.hash,
    };
    await draft.keep();
    await insertAttachment(ctx, row);
    return toAttachmentView(row);
  } finally {
    await draft.drop();
  }
};

/**
 * The attachments that a message may carry: sent by the same person, and in no other message.
 * @throws Failure `invalid` when one is not there, is somebody else's, or is taken
 */
export const readAttachments = async (
  ctx: Context,
  siteId: string,
  sender: Sender,
  message: string,
  ids: readonly string[],
): Promise<Attachment[]> => {
  if (ids.length === 0) return [];
  const rows = new Map((await findAttachments(ctx, siteId, [...ids])).map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = rows.get(id);
    if (!row || row.senderId !== sender.id || (row.messageId !== null && row.messageId !== message))
      throw new Failure('invalid', 'A file is no longer available. Add it again.', {
        fields: { attachments: 'unknown' },
      });
    return toAttachmentView(row);
  });
};

/** Drops files that no message took within a day, in small batches. May be cut off anywhere. */
export const sweepAttachments = async (
  ctx: Pick<Context, 'database' | 'clock' | 'config'>,
  siteId: string,
): Promise<void> => {
  for (;;) {
    const loose = await listLoose(ctx, siteId, ctx.clock.now() - day, 100);
    for (const { id } of loose)
      if (await deleteLoose(ctx, siteId, id)) await removeFiles(ctx.config.dataDirectory, siteId, id);
    if (loose.length < 100) return;
  }
};
