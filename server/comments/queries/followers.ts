import { followerQueries } from '../../core/following/queries.ts';
import { commentFollowers } from '../tables.ts';
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';

export type FollowerRow = typeof commentFollowers.$inferSelect;

export const { findFollower, findFollowerById, isConfirmed } = followerQueries(commentFollowers);

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

/** Followers of a page by mail. */
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
