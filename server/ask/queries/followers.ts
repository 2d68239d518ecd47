import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { canonicalEmail } from '../../core/emailAddress.ts';
import { followerQueries } from '../../core/following/queries.ts';
import { questionFollowers } from '../tables.ts';

export type FollowerRow = typeof questionFollowers.$inferSelect;

export const { findFollower, findFollowerById, isConfirmed } = followerQueries(questionFollowers);

/** Followers by mail of some questions. */
export const listFollowers = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  questionIds: string[],
): Promise<FollowerRow[]> =>
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

/** Follows of an address on some questions, those that ended, too. */
export const listFollowersAt = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  questionIds: string[],
  email: string,
): Promise<FollowerRow[]> =>
  ctx.database.read
    .select()
    .from(questionFollowers)
    .where(
      and(
        eq(questionFollowers.siteId, siteId),
        inArray(questionFollowers.questionId, questionIds),
        eq(questionFollowers.email, canonicalEmail(email)),
      ),
    )
    .orderBy(asc(questionFollowers.createdAt), asc(questionFollowers.id));
