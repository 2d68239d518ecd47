import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../core/db/database.ts';
import type { FollowerRow } from './queries.ts';
import { commentFollowers } from './tables.ts';

/** Notes that somebody wants to hear of comments; nothing is sent before they say so by mail. */
export const followPage = (
  tx: Queries,
  siteId: string,
  given: {
    id: string;
    pageId: string;
    commentId: string | null;
    email: string;
    language: string;
    daily: boolean;
    now: number;
  },
): Statement => {
  const { now, ...follower } = given;
  return tx
    .insert(commentFollowers)
    .values({ siteId, ...follower, confirmedAt: null, endedAt: null, createdAt: now })
    .onConflictDoNothing();
};

export const findFollower = async (ctx: Context, siteId: string, id: string): Promise<FollowerRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(commentFollowers)
    .where(and(eq(commentFollowers.siteId, siteId), eq(commentFollowers.id, id)));
  return row ?? null;
};

/** Follows of these ids that nobody has said yes or no to. */
export const findUnconfirmed = (ctx: Context, siteId: string, ids: string[]): Promise<FollowerRow[]> =>
  ctx.database.read
    .select()
    .from(commentFollowers)
    .where(
      and(
        eq(commentFollowers.siteId, siteId),
        inArray(commentFollowers.id, ids),
        isNull(commentFollowers.confirmedAt),
        isNull(commentFollowers.endedAt),
      ),
    );

/** Who said that they want to hear of a page. */
export const listFollowers = (ctx: Context, siteId: string, pageId: string): Promise<FollowerRow[]> =>
  ctx.database.read
    .select()
    .from(commentFollowers)
    .where(
      and(
        eq(commentFollowers.siteId, siteId),
        eq(commentFollowers.pageId, pageId),
        isNotNull(commentFollowers.confirmedAt),
        isNull(commentFollowers.endedAt),
      ),
    );

/** Everybody who follows, or followed, a page: for taking a site's comments out. */
export const listAllFollowers = (ctx: Context, siteId: string, pageId: string): Promise<FollowerRow[]> =>
  ctx.database.read
    .select()
    .from(commentFollowers)
    .where(and(eq(commentFollowers.siteId, siteId), eq(commentFollowers.pageId, pageId)))
    .orderBy(asc(commentFollowers.createdAt), asc(commentFollowers.id));

/** Stores somebody who followed elsewhere; decisive: whether they were not here yet. */
export const insertFollower = (tx: Queries, row: FollowerRow): Decisive =>
  decisive(tx.insert(commentFollowers).values(row).onConflictDoNothing());

/** True when an address said yes to a page of the site before: it need not say so again. */
export const isConfirmed = async (ctx: Context, siteId: string, email: string): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ id: commentFollowers.id })
    .from(commentFollowers)
    .where(
      and(
        eq(commentFollowers.siteId, siteId),
        eq(commentFollowers.email, email),
        isNotNull(commentFollowers.confirmedAt),
        isNull(commentFollowers.endedAt),
      ),
    )
    .limit(1);
  return row !== undefined;
};

/** Notes up to when a day's mail told. */
export const setTold = (tx: Queries, follower: FollowerRow, toldAt: number): Statement =>
  tx
    .update(commentFollowers)
    .set({ toldAt })
    .where(and(eq(commentFollowers.siteId, follower.siteId), eq(commentFollowers.id, follower.id)));

export const confirmFollow = (ctx: Context, follower: FollowerRow): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .update(commentFollowers)
      .set({ confirmedAt: ctx.clock.now(), endedAt: null })
      .where(and(eq(commentFollowers.siteId, follower.siteId), eq(commentFollowers.id, follower.id))),
  ]);

/** Ends all follows of an address on a page: one press is enough. */
export const endFollows = (ctx: Context, follower: FollowerRow): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .update(commentFollowers)
      .set({ endedAt: ctx.clock.now() })
      .where(
        and(
          eq(commentFollowers.siteId, follower.siteId),
          eq(commentFollowers.pageId, follower.pageId),
          eq(commentFollowers.email, follower.email),
          isNull(commentFollowers.endedAt),
        ),
      ),
  ]);
