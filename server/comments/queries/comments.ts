import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { CommentSort } from '../../../shared/comments/options.ts';
import type { History } from '../../../shared/core/moderation/schema.ts';
import { commentPages, comments } from '../tables.ts';
import type { Db } from './pages.ts';

export type CommentRow = typeof comments.$inferSelect;

/** Approved comments of pages, by key. */
export const countByKey = async (ctx: Db, siteId: string, keys: string[]): Promise<Map<string, number>> => {
  const rows = await ctx.database.read
    .select({ key: commentPages.key, count: commentPages.count })
    .from(commentPages)
    .where(and(eq(commentPages.siteId, siteId), inArray(commentPages.key, keys)));
  return new Map(rows.map(({ key, count: comments }) => [key, comments]));
};

export const findComment = async (ctx: Db, siteId: string, id: string): Promise<CommentRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(comments)
    .where(and(eq(comments.siteId, siteId), eq(comments.id, id)));
  return row ?? null;
};

export const findComments = (ctx: Db, siteId: string, ids: string[]): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(and(eq(comments.siteId, siteId), inArray(comments.id, ids)));

const score = sql<number>`(${comments.up} - ${comments.down})`;

/** Where a list of threads goes on: what its last one is sorted by. */
export interface ListPlace {
  score: number;
  at: number;
  id: string;
}

const beyond = (sort: CommentSort, { score: points, at, id }: ListPlace) => {
  if (sort === 'oldest')
    return or(gt(comments.createdAt, at), and(eq(comments.createdAt, at), gt(comments.id, id)));
  const older = or(lt(comments.createdAt, at), and(eq(comments.createdAt, at), lt(comments.id, id)));
  return sort === 'newest' ? older : or(lt(score, points), and(eq(score, points), older));
};

/** Pinned threads of a page that everybody sees, the one that was pinned last first. */
export const listPinned = (ctx: Db, siteId: string, pageId: string): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        eq(comments.pageId, pageId),
        isNull(comments.parentId),
        isNotNull(comments.pinnedAt),
        or(eq(comments.state, 'approved'), gt(comments.replies, 0)),
      ),
    )
    .orderBy(desc(comments.pinnedAt), desc(comments.id))
    .limit(20);

export const countPinned = async (ctx: Db, siteId: string, pageId: string): Promise<number> =>
  (await listPinned(ctx, siteId, pageId)).length;

/** Threads of a page that aren't pinned and that anybody sees something of, from a place on. */
export const listRoots = (
  ctx: Db,
  siteId: string,
  pageId: string,
  sort: CommentSort,
  after: ListPlace | null,
  max: number,
): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        eq(comments.pageId, pageId),
        isNull(comments.parentId),
        or(eq(comments.state, 'approved'), gt(comments.replies, 0)),
        isNull(comments.pinnedAt),
        after ? beyond(sort, after) : undefined,
      ),
    )
    .orderBy(
      ...(sort === 'oldest'
        ? [asc(comments.createdAt), asc(comments.id)]
        : [...(sort === 'top' ? [desc(score)] : []), desc(comments.createdAt), desc(comments.id)]),
    )
    .limit(max);

/** Approved replies of threads, those that came first of each thread first. */
export const listReplies = (
  ctx: Db,
  siteId: string,
  roots: string[],
  max: number,
  skip = 0,
): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        inArray(comments.rootId, roots),
        isNotNull(comments.parentId),
        eq(comments.state, 'approved'),
      ),
    )
    .orderBy(asc(comments.place), asc(comments.id))
    .limit(max)
    .offset(skip);

/** Lists changes on a page since a place in the log. */
export const listChanged = (
  ctx: Db,
  siteId: string,
  pageId: string,
  after: number,
  max: number,
): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(and(eq(comments.siteId, siteId), eq(comments.pageId, pageId), gt(comments.seq, after)))
    .orderBy(asc(comments.seq))
    .limit(max);

/** A visitor's own comments on a page that they may still see. */
export const listOwn = (ctx: Db, siteId: string, pageId: string, visitorId: string): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        eq(comments.pageId, pageId),
        eq(comments.authorId, visitorId),
        // What is taken for spam looks to its author as what waits: a spammer learns nothing.
        inArray(comments.state, ['approved', 'pending', 'spam']),
      ),
    )
    .orderBy(desc(comments.createdAt))
    .limit(200);

/** Counts what of some visitors was approved, and what was taken for spam. */
export const countDecided = async (
  ctx: Db,
  siteId: string,
  authors: string[],
): Promise<Map<string, History>> => {
  if (authors.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({
      id: comments.authorId,
      approved: sql<number>`sum(case when ${comments.state} = 'approved' then 1 else 0 end)`.mapWith(Number),
      refused: sql<number>`sum(case when ${comments.state} = 'spam' then 1 else 0 end)`.mapWith(Number),
    })
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        eq(comments.authorKind, 'visitor'),
        inArray(comments.authorId, authors),
      ),
    )
    .groupBy(comments.authorId);
  return new Map(
    rows.flatMap(({ id, approved, refused }) => (id === null ? [] : [[id, { approved, refused }] as const])),
  );
};

/** Approved comments by who wrote them. */
export const countApproved = async (
  ctx: Db,
  siteId: string,
  authors: string[],
): Promise<Map<string, number>> => {
  if (authors.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({ id: comments.authorId, approved: count().mapWith(Number) })
    .from(comments)
    .where(
      and(eq(comments.siteId, siteId), inArray(comments.authorId, authors), eq(comments.state, 'approved')),
    )
    .groupBy(comments.authorId);
  return new Map(rows.flatMap(({ id, approved }) => (id === null ? [] : [[id, approved] as const])));
};

/** True when the same words of the same visitor came within a time. */
export const isRepeated = async (
  ctx: Db,
  siteId: string,
  visitorId: string,
  body: string,
  since: number,
): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        eq(comments.authorId, visitorId),
        gte(comments.createdAt, since),
        eq(comments.body, body),
        ne(comments.state, 'deleted'),
      ),
    )
    .limit(1);
  return row !== undefined;
};
