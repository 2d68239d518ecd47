import { canonicalEmail } from '../../core/emailAddress.ts';
import { and, eq } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { followerWrites } from '../../core/following/writes.ts';
import type { FollowerRow } from '../queries/followers.ts';
import { commentFollowers } from '../tables.ts';

/* An address is stored in its one form: it is what is looked up by. */

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

    .values({
      siteId,
      ...follower,
      email: canonicalEmail(follower.email),
      confirmedAt: null,
      endedAt: null,
      createdAt: now,
    })
    .onConflictDoNothing();
};

export const { confirmFollow, endFollows } = followerWrites(commentFollowers, commentFollowers.pageId);

/** Stores somebody who followed elsewhere; decisive: whether they were not here yet. */
export const insertFollower = (tx: Queries, row: FollowerRow): Decisive =>
  decisive(
    tx
      .insert(commentFollowers)
      .values({ ...row, email: canonicalEmail(row.email) })
      .onConflictDoNothing(),
  );

/** Notes up to when a day's mail told. */
export const setTold = (tx: Queries, follower: FollowerRow, toldAt: number): Statement =>
  tx
    .update(commentFollowers)
    .set({ toldAt })
    .where(and(eq(commentFollowers.siteId, follower.siteId), eq(commentFollowers.id, follower.id)));
