import { and, asc, eq, gt, inArray, lte, min, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { conversations, messages } from '../tables.ts';
import type { ConversationRow } from './conversations.ts';

/** The conversation that a message was written in. */
const origin = sql<string>`coalesce(${messages.movedFrom}, ${messages.conversationId})`;

/** Places of the first public replies of staff in conversations, and in those that were merged into them. */
export const findFirstReplies = async (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  ids: string[],
): Promise<Set<number>> => {
  if (ids.length === 0) return new Set();
  const rows = await database.read
    .select({ seq: min(messages.seq).mapWith(Number) })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, siteId),
        inArray(messages.conversationId, ids),
        eq(messages.authorKind, 'staff'),
        eq(messages.visibility, 'public'),
      ),
    )
    .groupBy(origin);
  return new Set(rows.flatMap(({ seq }) => seq ?? []));
};

/** Conversations in the order of their ids, after one. */
export const listConversationsAfter = (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  after: string,
  limit: number,
): Promise<ConversationRow[]> =>
  database.read
    .select()
    .from(conversations)
    .where(and(eq(conversations.siteId, siteId), gt(conversations.id, after)))
    .orderBy(asc(conversations.id))
    .limit(limit);

/** Lists conversations' history up to a place of the log, without the words. */
export const listHistory = (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  ids: string[],
  until: number,
) =>
  database.read
    .select({
      id: messages.id,
      seq: messages.seq,
      at: messages.at,
      conversationId: messages.conversationId,
      movedFrom: messages.movedFrom,
      authorKind: messages.authorKind,
      authorId: messages.authorId,
      visibility: messages.visibility,
      system: messages.system,
    })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, siteId),
        inArray(messages.conversationId, ids.length ? ids : ['']),
        lte(messages.seq, until),
      ),
    )
    .orderBy(asc(messages.seq));
