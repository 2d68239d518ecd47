import { and, count, eq, gte, inArray, isNotNull, isNull, lt, notInArray, sql, sum } from 'drizzle-orm';
import type { Attachment } from '../../../../shared/core/content/attachments.ts';
import type { Context } from '../../../context.ts';
import { conversations } from '../../conversations/tables.ts';
import { visitors } from '../../people/visitors/tables.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../db/database.ts';
import { attachments } from './tables.ts';

export type AttachmentRow = typeof attachments.$inferSelect;

export const findAttachment = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  id: string,
): Promise<AttachmentRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(attachments)
    .where(and(eq(attachments.siteId, siteId), eq(attachments.id, id)));
  return row ?? null;
};

export const findAttachments = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  ids: string[],
): Promise<AttachmentRow[]> =>
  ctx.database.read
    .select()
    .from(attachments)
    .where(and(eq(attachments.siteId, siteId), inArray(attachments.id, ids)));

export const toAttachmentView = (row: AttachmentRow): Attachment => ({
  id: row.id,
  name: row.name,
  type: row.type,
  size: row.size,
  width: row.width,
  height: row.height,
});

export const insertAttachment = (ctx: Pick<Context, 'database'>, row: AttachmentRow): Promise<boolean> =>
  ctx.database.write((tx) => [decisive(tx.insert(attachments).values(row).onConflictDoNothing())]);

/** Bytes that a sender sent since an instant. */
export const sentBytes = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  senderId: string,
  since: number,
): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ bytes: sum(attachments.size).mapWith(Number) })
    .from(attachments)
    .where(
      and(
        eq(attachments.siteId, siteId),
        eq(attachments.senderId, senderId),
        gte(attachments.createdAt, since),
      ),
    );
  return row?.bytes ?? 0;
};

/**
 * Finds what a visitor has begun on a site: when they last typed, and whether anything they wrote was taken: a
 * conversation, or what carries a file.
 */
export const findStanding = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  visitorId: string,
): Promise<{ draftAt: number | null; wrote: boolean }> => {
  const { read } = ctx.database;
  const [[visitor], [conversation], [carried]] = await Promise.all([
    read
      .select({ draftAt: visitors.draftAt })
      .from(visitors)
      .where(and(eq(visitors.siteId, siteId), eq(visitors.id, visitorId))),
    read
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(eq(conversations.siteId, siteId), eq(conversations.visitorId, visitorId)))
      .limit(1),
    read
      .select({ id: attachments.id })
      .from(attachments)
      .where(
        and(
          eq(attachments.siteId, siteId),
          eq(attachments.senderId, visitorId),
          isNotNull(attachments.messageId),
        ),
      )
      .limit(1),
  ]);
  return {
    draftAt: visitor?.draftAt ?? null,
    wrote: conversation !== undefined || carried !== undefined,
  };
};

/** Files of a sender that nothing carries. */
export const countLoose = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  senderId: string,
): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ files: count().mapWith(Number) })
    .from(attachments)
    .where(
      and(eq(attachments.siteId, siteId), eq(attachments.senderId, senderId), isNull(attachments.messageId)),
    );
  return row?.files ?? 0;
};

/** Gives attachments to the message that carries them; each still belongs to nobody, or nothing is written. */
export const bindAttachments = (
  tx: Queries,
  siteId: string,
  message: { id: string; conversationId: string },
  ids: readonly string[],
): Decisive[] =>
  ids.map((id) =>
    decisive(
      tx
        .update(attachments)
        .set({ messageId: message.id, conversationId: message.conversationId })
        .where(and(eq(attachments.siteId, siteId), eq(attachments.id, id), isNull(attachments.messageId))),
    ),
  );

/** Takes a message's attachments from it, but for some: nobody's, they are swept away. */
export const releaseAttachments = (
  tx: Queries,
  siteId: string,
  messageId: string,
  but: readonly string[] = [],
): Statement =>
  tx
    .update(attachments)
    .set({ messageId: null, conversationId: null })
    .where(
      and(
        eq(attachments.siteId, siteId),
        eq(attachments.messageId, messageId),
        but.length ? notInArray(attachments.id, [...but]) : undefined,
      ),
    );

/** Attachments that no message took, oldest first. */
export const listLoose = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  before: number,
  max: number,
): Promise<{ id: string }[]> =>
  ctx.database.read
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(eq(attachments.siteId, siteId), isNull(attachments.messageId), lt(attachments.createdAt, before)),
    )
    .orderBy(sql`${attachments.createdAt}`)
    .limit(max);

/** Deletes a row that no message took meanwhile. @returns whether it was deleted */
export const deleteLoose = (ctx: Pick<Context, 'database'>, siteId: string, id: string): Promise<boolean> =>
  ctx.database.write((tx) => [
    decisive(
      tx
        .delete(attachments)
        .where(and(eq(attachments.siteId, siteId), eq(attachments.id, id), isNull(attachments.messageId))),
    ),
  ]);
