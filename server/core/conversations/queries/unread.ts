import { and, count, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { preparedQuery } from '../../db/prepared.ts';
import { conversations, messages } from '../tables.ts';
import { fewRows } from './names.ts';
import type { ConversationRow } from './conversations.ts';

const unreadByStaff = preparedQuery('unread_by_staff', (queries) =>
  queries
    .select({ id: messages.conversationId, unread: count().mapWith(Number) })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, sql.placeholder('site')),
        eq(messages.conversationId, sql.placeholder('id')),
        gt(messages.seq, sql.placeholder('seen')),
        eq(messages.authorKind, 'visitor'),
        eq(messages.visibility, 'public'),
      ),
    )
    .groupBy(messages.conversationId),
);

export const unreadOf = async (
  ctx: Context,
  siteId: string,
  conversationRows: ConversationRow[],
): Promise<Map<string, number>> => {
  if (conversationRows.length <= fewRows) {
    const found = await Promise.all(
      conversationRows.map((row) =>
        unreadByStaff(ctx.database, { site: siteId, id: row.id, seen: row.staffSeen }),
      ),
    );
    return new Map(found.flat().map((row) => [row.id, row.unread]));
  }
  const ids = conversationRows.map((row) => row.id);
  const rows = await ctx.database.read
    .select({ id: messages.conversationId, unread: count().mapWith(Number) })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.siteId, messages.siteId), eq(conversations.id, messages.conversationId)),
    )
    .where(
      and(
        eq(messages.siteId, siteId),
        inArray(messages.conversationId, ids),
        eq(messages.authorKind, 'visitor'),
        eq(messages.visibility, 'public'),
        gt(messages.seq, conversations.staffSeen),
      ),
    )
    .groupBy(messages.conversationId);
  return new Map(rows.map((row) => [row.id, row.unread]));
};
