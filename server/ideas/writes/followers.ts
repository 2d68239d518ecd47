import { and, eq, isNull } from 'drizzle-orm';
import type { Queries, Statement } from '../../core/db/database.ts';
import { followerWrites } from '../../core/following/writes.ts';
import { ideaFollowers } from '../tables.ts';

export const { insertFollower, confirmFollow, endFollows } = followerWrites(
  ideaFollowers,
  ideaFollowers.ideaId,
);

/** Forgets that a voter hears of an idea; that they wanted no more mails stays. */
export const forgetVoter = (tx: Queries, siteId: string, id: string): Statement =>
  tx
    .delete(ideaFollowers)
    .where(and(eq(ideaFollowers.siteId, siteId), eq(ideaFollowers.id, id), isNull(ideaFollowers.endedAt)));
