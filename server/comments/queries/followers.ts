import { canonicalEmail } from '../../core/emailAddress.ts';
import { commentFollowers } from '../tables.ts';
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';

export type FollowerRow = typeof commentFollowers.$inferSelect;

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

/** True when an address said yes to a page of the site before: it need not say so again. */
export const isConfirmed = async (ctx: Context, siteId: string, email: string): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ id: commentFollowers.id })
    .from(commentFollowers)
    .where(
      and(
        eq(commentFollowers.siteId, siteId),
        eq(commentFollowers.email, canonicalEmail(email)),
        isNotNull(commentFollowers.confirmedAt),
        isNull(commentFollowers.endedAt),
      ),
    )
    .limit(1);
  return row !== undefined;
};

/** Whichever site's it is: the id comes signed. */
export const findFollowerById = async (
  ctx: Pick<Context, 'database'>,
  id: string,
): Promise<FollowerRow | null> => {
  const [row] = await ctx.database.read.select().from(commentFollowers).where(eq(commentFollowers.id, id));
  return row ?? null;
};
