import { visitors } from '../../people/visitors/tables.ts';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { VisitorConversation } from '../../../../shared/core/conversations/schema.ts';
import type { Context } from '../../../context.ts';
import type { Queries } from '../../db/database.ts';
import { preparedQuery } from '../../db/prepared.ts';
import { staff } from '../../people/staff/tables.ts';
import { ratedOn } from '../ratedOn.ts';
import { conversations, messages } from '../tables.ts';

const owner = sql<string | null>`coalesce(${conversations.promiseOwnerId}, ${conversations.assigneeId})`;

/** Everything a visitor sees of a conversation in one read: on a stream it is made for every event. */
const view = (queries: Queries, which: SQL | undefined) =>
  queries
    .select({
      id: conversations.id,
      kind: conversations.kind,
      subject: conversations.subject,
      status: conversations.status,
      createdAt: conversations.createdAt,
      lastMessageAt: conversations.lastMessageAt,
      lastSeq: conversations.lastSeq,
      visitorSeen: conversations.visitorSeen,
      staffSeen: conversations.staffSeen,
      promiseAt: conversations.promiseAt,
      ownerId: owner,
      ownerName: staff.name,
      publicPath: conversations.publicPath,
      rating: conversations.rating,
      ratingScale: conversations.ratingScale,
      ratingValue: conversations.ratingValue,
      email: visitors.email,
      unread: sql<number>`(
        select count(*) from ${messages}
        where ${messages.siteId} = ${conversations.siteId}
          and ${messages.conversationId} = ${conversations.id}
          and ${messages.seq} > ${conversations.visitorSeen}
          and ${messages.authorKind} = 'staff' and ${messages.visibility} = 'public'
      )`.mapWith(Number),
    })
    .from(conversations)
    .leftJoin(staff, eq(staff.id, owner))
    .leftJoin(
      visitors,
      and(eq(visitors.siteId, conversations.siteId), eq(visitors.id, conversations.visitorId)),
    )
    .where(which);

const viewOfOne = preparedQuery('visitor_view', (queries) =>
  view(
    queries,
    and(eq(conversations.siteId, sql.placeholder('site')), eq(conversations.id, sql.placeholder('id'))),
  ),
);

/** Up to so many are looked up one by one: a text that is built once costs a fraction of one that is built anew. */
const few = 4;

/** Conversations as their visitors see them now, in the given order; ids of none are left out. */
export const toVisitorViews = async (
  ctx: Context,
  siteId: string,
  ids: string[],
): Promise<VisitorConversation[]> => {
  const rows =
    ids.length <= few
      ? (await Promise.all(ids.map((id) => viewOfOne(ctx.database, { site: siteId, id })))).flat()
      : await view(ctx.database.read, and(eq(conversations.siteId, siteId), inArray(conversations.id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { promiseAt, ownerId, ownerName, rating, ratingScale, ratingValue, email, ...plain } = row;
    return {
      ...plain,
      promise:
        promiseAt === null
          ? null
          : { at: promiseAt, owner: ownerId ? { id: ownerId, name: ownerName ?? '' } : null },
      ...(rating && { rating, rated: ratedOn({ rating, ratingScale, ratingValue }) }),
      ...(email !== null && { reachable: true as const }),
    };
  });
};
