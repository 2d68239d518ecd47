import { and, asc, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { followerQueries } from '../../core/following/queries.ts';
import { visitors } from '../../core/people/visitors/tables.ts';
import { ideaFollowers, ideaVotes } from '../tables.ts';
import type { Reads } from './ideas.ts';

export type FollowerRow = typeof ideaFollowers.$inferSelect;

export const { findFollower, findFollowerById, isConfirmed } = followerQueries(ideaFollowers);

/** Followers of some ideas who are to hear of changes, by id. */
export const pageOfFollowers = (
  ctx: Reads,
  siteId: string,
  ideaIds: readonly string[],
  after: string,
  limit: number,
): Promise<FollowerRow[]> =>
  ctx.database.read
    .select()
    .from(ideaFollowers)
    .where(
      and(
        eq(ideaFollowers.siteId, siteId),
        inArray(ideaFollowers.ideaId, [...ideaIds]),
        or(isNotNull(ideaFollowers.confirmedAt), eq(ideaFollowers.isVoter, true)),
        isNull(ideaFollowers.endedAt),
        gt(ideaFollowers.id, after),
      ),
    )
    .orderBy(asc(ideaFollowers.id))
    .limit(limit);

/** Visitors with an address who voted for one of some ideas, by visitor. */
export const pageOfVoters = (
  ctx: Reads,
  siteId: string,
  ideaIds: readonly string[],
  after: string,
  limit: number,
) =>
  ctx.database.read
    .select({
      ideaId: ideaVotes.ideaId,
      visitorId: ideaVotes.visitorId,
      email: visitors.email,
      emailSigned: visitors.emailSigned,
      emailVerifiedAt: visitors.emailVerifiedAt,
      language: visitors.language,
    })
    .from(ideaVotes)
    .innerJoin(visitors, and(eq(visitors.siteId, ideaVotes.siteId), eq(visitors.id, ideaVotes.visitorId)))
    .where(
      and(
        eq(ideaVotes.siteId, siteId),
        inArray(ideaVotes.ideaId, [...ideaIds]),
        gt(ideaVotes.visitorId, after),
        isNotNull(visitors.email),
        isNull(visitors.blockedAt),
      ),
    )
    .orderBy(asc(ideaVotes.visitorId), asc(ideaVotes.ideaId))
    .limit(limit);
