import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { mentions } from '../../core/conversations/tables.ts';
import type { Queries, Statement } from '../../core/db/database.ts';

/** Says that somebody was named in a conversation, and has not looked yet. */
export const addMention = (
  tx: Queries,
  siteId: string,
  conversationId: string,
  staffId: string,
  now: number,
): Statement =>
  tx
    .insert(mentions)
    .values({ siteId, staffId, conversationId, at: now, seen: false })
    .onConflictDoUpdate({
      target: [mentions.siteId, mentions.staffId, mentions.conversationId],
      set: { at: now, seen: false },
    });

/** @returns whether there was a mention that was not seen yet */
export const seeMention = (ctx: Context, siteId: string, conversationId: string, staffId: string) =>
  ctx.database.write((tx) => [
    tx
      .update(mentions)
      .set({ seen: true })
      .where(
        and(
          eq(mentions.siteId, siteId),
          eq(mentions.staffId, staffId),
          eq(mentions.conversationId, conversationId),
          eq(mentions.seen, false),
        ),
      ),
  ]);
