import { and, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { preparedQuery } from '../../db/prepared.ts';
import { readHead } from '../../events/head.ts';
import { conversations } from '../tables.ts';
import { fewRows } from './names.ts';

export type ConversationRow = typeof conversations.$inferSelect;

export const promiseOf = (row: ConversationRow, names: Map<string, string>) => {
  if (row.promiseAt === null) return null;
  const owner = row.promiseOwnerId ?? row.assigneeId;
  return { at: row.promiseAt, owner: owner ? { id: owner, name: names.get(owner) ?? '' } : null };
};

export const byId = preparedQuery('conversation_by_id', (queries) =>
  queries
    .select()
    .from(conversations)
    .where(
      and(eq(conversations.siteId, sql.placeholder('site')), eq(conversations.id, sql.placeholder('id'))),
    ),
);

/** One conversation; a visitor gets only their own, and of one that was merged the one that it is part of now. */
export const findConversation = async (
  ctx: Context,
  siteId: string,
  id: string,
  visitorId?: string,
): Promise<ConversationRow | null> => {
  const [row] = await byId(ctx.database, { site: siteId, id });
  if (!row || (visitorId !== undefined && row.visitorId !== visitorId)) return null;
  return visitorId !== undefined && row.mergedInto
    ? findConversation(ctx, siteId, row.mergedInto, visitorId)
    : row;
};

/** Lists a person's open conversations on a site. */
export const findOpenAssigned = (ctx: Context, siteId: string, staffId: string): Promise<ConversationRow[]> =>
  ctx.database.read
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, siteId),
        ne(conversations.status, 'closed'),
        or(eq(conversations.assigneeId, staffId), eq(conversations.promiseOwnerId, staffId)),
      ),
    );

export const findConversations = async (
  ctx: Context,
  siteId: string,
  ids: string[],
): Promise<ConversationRow[]> =>
  ids.length <= fewRows
    ? (await Promise.all(ids.map((id) => byId(ctx.database, { site: siteId, id })))).flat()
    : ctx.database.read
        .select()
        .from(conversations)
        .where(and(eq(conversations.siteId, siteId), inArray(conversations.id, ids)));

/** A visitor's conversations, the newest first. */
export const listOfVisitor = (
  ctx: Context,
  siteId: string,
  visitorId: string,
  max = 50,
): Promise<ConversationRow[]> =>
  ctx.database.read
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, siteId),
        eq(conversations.visitorId, visitorId),
        isNull(conversations.mergedInto),
      ),
    )
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(max);

/** Place of the site's newest event: who has just fetched resumes from it. Read before the rows, never after. */
export const readCursor = (ctx: Context, siteId: string): Promise<number> => readHead(ctx.database, siteId);
