import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { questionFollowers } from '../tables.ts';

export type FollowerRow = typeof questionFollowers.$inferSelect;
type Db = Pick<Context, 'database'>;

export const findFollower = async (ctx: Db, siteId: string, id: string): Promise<FollowerRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(questionFollowers)
    .where(and(eq(questionFollowers.siteId, siteId), eq(questionFollowers.id, id)));
  return row ?? null;
};

/** Whichever site's it is: the id comes signed. */
export const findFollowerById = async (ctx: Db, id: string): Promise<FollowerRow | null> => {
  const [row] = await ctx.database.read.select().from(questionFollowers).where(eq(questionFollowers.id, id));
  return row ?? null;
};

/** Followers by mail of some questions. */
export const listFollowers = (ctx: Db, siteId: string, questionIds: string[]): Promise<FollowerRow[]> =>
  ctx.database.read
    .select()
    .from(questionFollowers)
    .where(
      and(
        eq(questionFollowers.siteId, siteId),
        inArray(questionFollowers.questionId, questionIds),
        isNotNull(questionFollowers.confirmedAt),
        isNull(questionFollowers.endedAt),
      ),
    )
    .orderBy(asc(questionFollowers.createdAt), asc(questionFollowers.id));

/** Whether an address was ever confirmed on the site. */
export const isConfirmed = async (ctx: Db, siteId: string, email: string): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ id: questionFollowers.id })
    .from(questionFollowers)
    .where(
      and(
        eq(questionFollowers.siteId, siteId),
        eq(questionFollowers.email, email),
        isNotNull(questionFollowers.confirmedAt),
        isNull(questionFollowers.endedAt),
      ),
    )
    .limit(1);
  return row !== undefined;
};
