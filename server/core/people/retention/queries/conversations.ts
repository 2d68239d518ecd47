import { and, asc, eq, inArray, isNull, lt, ne, not, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../../../context.ts';
import { deleteConversations, erasedEvent } from '../../../conversations/queries/personalData.ts';
import { conversations } from '../../../conversations/tables.ts';
import { decisive } from '../../../db/database.ts';
import type { Retention } from '../retention.ts';
import { lookAtRows } from './runs.ts';

type Row = typeof conversations.$inferSelect;

/** Conversations that one look brings: each is written by itself. */
const perLook = 20;

const closedAt = sql<number>`coalesce(${conversations.closedAt}, ${conversations.lastMessageAt})`;

/**
 * Closed ones in which nothing is younger, nothing is owed, and on which nothing hangs that is under way. Messages of one
 * that was merged into another go with that one.
 */
const tooOld = (ctx: Context, siteId: string, before: number, isCall: boolean): SQL | undefined =>
  and(
    eq(conversations.siteId, siteId),
    (isCall ? eq : ne)(conversations.kind, 'callback'),
    eq(conversations.status, 'closed'),
    lt(closedAt, before),
    lt(conversations.lastMessageAt, before),
    isNull(conversations.promiseAt),
    isNull(conversations.mergedInto),
    ...ctx.personalData.flatMap(({ ties }) => (ties?.conversation ? not(ties.conversation) : [])),
  );

/** A conversation's own row and those that were merged into it, however often. */
const withMerged = async (ctx: Context, siteId: string, row: Row): Promise<Row[]> => {
  const all = [row];
  for (let into = [row.id]; into.length; ) {
    const found = await ctx.database.read
      .select()
      .from(conversations)
      .where(and(eq(conversations.siteId, siteId), inArray(conversations.mergedInto, into)));
    const fresh = found.filter(({ id }) => !all.some((known) => known.id === id));
    all.push(...fresh);
    into = fresh.map(({ id }) => id);
  }
  return all;
};

const byAge = (isCall: boolean): Retention => ({
  kind: isCall ? 'callbacks' : 'conversations',
  look: (ctx, siteId, before) =>
    lookAtRows(ctx, conversations, closedAt, tooOld(ctx, siteId, before, isCall)),
  async next(ctx, siteId, before) {
    const where = tooOld(ctx, siteId, before, isCall);
    const rows = await ctx.database.read
      .select()
      .from(conversations)
      .where(where)
      .orderBy(asc(conversations.lastMessageAt), asc(conversations.id))
      .limit(perLook);
    return Promise.all(
      rows.map(async (row) => {
        const all = await withMerged(ctx, siteId, row);
        const ids = all.map(({ id }) => id);
        return {
          count: 1,
          events: ids.map(erasedEvent),
          remains: { conversations: ids },
          write: (tx) => [
            // Whoever writes in it meanwhile reopens it: then it stays.
            decisive(tx.delete(conversations).where(and(eq(conversations.id, row.id), where))),
            ...deleteConversations(tx, siteId, all),
          ],
        };
      }),
    );
  },
});

export const conversationsByAge = byAge(false);
/** A call goes with its conversation, whose id is its own. */
export const callbacksByAge = byAge(true);
