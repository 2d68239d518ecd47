import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import * as contract from '../../../../shared/core/content/attachments.ts';
import * as routes from '../../../../shared/core/content/attachmentRoutes.ts';
import { isAtLeast } from '../../../../shared/core/people/roles.ts';
import type { Context } from '../../../context.ts';
import type { Site } from '../../people/sites/sites.ts';
import { findConversation } from '../../conversations/queries/conversations.ts';
import { notFound } from '../../http/failure.ts';
import type { ReplyHeaders } from '../../http/headers.ts';
import { type Api, mount, mountFile } from '../../http/mount.ts';
import { done } from '../../../../shared/core/conversations/schema.ts';
import { mainLanguage } from '../../../../shared/core/languages.ts';
import { storeDraft } from '../../people/visitors/writes.ts';
import { takeAttachment } from './attachments.ts';
import { requireBegun } from './begun.ts';
import { downloadName } from './kinds.ts';
import { type AttachmentRow, findAttachment } from './queries.ts';
import { attachmentPath, thumbnailPath } from './store.ts';

/** Sends an attachment so that it can never run anything: no sniffing, no scripts, no frames, under its own name. */
export const sendAttachment = async (
  ctx: Context,
  row: AttachmentRow,
  size: 'thumbnail' | undefined,
  headers: ReplyHeaders,
): Promise<Response> => {
  const { dataDirectory } = ctx.config;
  const asThumbnail = size === 'thumbnail' && row.width !== null;
  const file = (asThumbnail ? thumbnailPath : attachmentPath)(dataDirectory, row.siteId, row.id);
  const found = await stat(file).catch(() => null);
  if (!found) throw notFound();
  headers.set(
    'content-type',
    asThumbnail ? 'image/webp' : row.type === 'text/plain' ? 'text/plain; charset=utf-8' : row.type,
  );
  headers.set('content-length', String(found.size));
  headers.set(
    'content-disposition',
    contentDisposition(downloadName(row.name, row.type), {
      type: row.width === null ? 'attachment' : 'inline',
    }),
  );
  headers.set('content-security-policy', "default-src 'none'; sandbox");
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('cache-control', 'private, max-age=31536000, immutable');
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
    headers: headers.toInit(),
  });
};

const mountForVisitors = (api: Api): void => {
  mount(
    api,
    routes.postDraft,
    {
      access: 'newcomer',
      rate: 'draft',
      body: contract.beginDraft,
      reply: done,
      operationId: 'announceDraft',
      summary: 'Say that a message or comment is being written, before a file is sent for it',
    },
    async ({ ctx, site, visitor }) => {
      await storeDraft(ctx, visitor, mainLanguage(site.settings));
      return { done: true as const };
    },
  );

  mount(
    api,
    routes.uploadAttachment,
    {
      access: 'visitor',
      rate: 'upload',
      query: contract.uploadQuery,
      reply: contract.attachmentReply,
      takesFile: true,
      operationId: 'uploadAttachment',
      summary: 'Upload a file for a message',
    },
    async ({ ctx, site, visitor, query, request, read, address }) => {
      await requireBegun(ctx, site.id, visitor);
      const sender = { kind: 'visitor', id: visitor.id, address } as const;
      return { attachment: await takeAttachment(ctx, site, sender, query, request, read) };
    },
  );

  mountFile(
    api,
    routes.getAttachment,
    {
      access: 'visitor',
      rate: 'read',
      query: contract.downloadQuery,
      operationId: 'downloadAttachment',
      summary: 'Download a file from the visitor’s conversations',
    },
    async ({ ctx, site, visitor, parameter, query, headers }) => {
      const row = await findAttachment(ctx, site.id, parameter('attachment'));
      const own = row && row.senderKind === 'visitor' && row.senderId === visitor.id;
      const theirs =
        row?.conversationId && (await findConversation(ctx, site.id, row.conversationId, visitor.id));
      if (!row || !(own || theirs)) throw notFound();
      return sendAttachment(ctx, row, query.size, headers);
    },
  );
};

/** True for a file of something that visitors wrote in public: those of conversations aren't for moderators. */
const isModerated = async (ctx: Context, site: Site, { messageId }: AttachmentRow): Promise<boolean> => {
  if (messageId === null) return false;
  const found = await Promise.all(ctx.moderated.map((kind) => kind.find(site, [messageId])));
  return found.flat().length > 0;
};

const mountForStaff = (api: Api): void => {
  mount(
    api,
    routes.uploadStaffAttachment,
    {
      access: 'staff',
      rate: 'staff',
      query: contract.uploadQuery,
      reply: contract.attachmentReply,
      takesFile: true,
      operationId: 'uploadStaffAttachment',
      scope: 'conversations:write',
      summary: 'Upload a file for a message',
    },
    async ({ ctx, site, session, query, request, read, address }) => ({
      attachment: await takeAttachment(
        ctx,
        site,
        { kind: 'staff', id: session.staff.id, address },
        query,
        request,
        read,
      ),
    }),
  );

  mountFile(
    api,
    routes.getStaffAttachment,
    {
      access: 'staff',
      rate: 'staff',
      query: contract.downloadQuery,
      operationId: 'downloadStaffAttachment',
      role: 'moderator',
      scope: 'conversations:read',
      summary: 'Download a file from the site’s conversations',
    },
    async ({ ctx, site, session, role, parameter, query, headers }) => {
      const row = await findAttachment(ctx, site.id, parameter('attachment'));
      if (!row || (row.conversationId === null && row.senderId !== session.staff.id)) throw notFound();
      if (!isAtLeast(role, 'agent') && !(await isModerated(ctx, site, row))) throw notFound();
      return sendAttachment(ctx, row, query.size, headers);
    },
  );
};

/** Files that visitors and staff send each other. */
export const mountAttachments = (api: Api): void => {
  mountForVisitors(api);
  mountForStaff(api);
};
