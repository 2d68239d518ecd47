import { and, eq, sql } from 'drizzle-orm';
import type { Queries, Statement } from '../../core/db/database.ts';
import { comments, commentVotes } from '../tables.ts';
import { ofComment } from './comments.ts';

/** A comment's votes counted anew, one an origin, on top of those that it was taken in with. */
export const countedVotes = (siteId: string, commentId: string | typeof comments.id) => {
  const votes = (which: number) =>
    sql`(select count(distinct vote.origin) from comment_votes vote where vote.site_id = ${siteId} and vote.comment_id = ${commentId} and vote.value = ${which})`;
  return { up: sql`${comments.baseUp} + ${votes(1)}`, down: sql`${comments.baseDown} + ${votes(-1)}` };
};

/** Sets a visitor's vote, or takes it back with 0, and counts anew. */
export const setVote = (
  tx: Queries,
  { siteId, commentId, visitorId, origin, value, at }: typeof commentVotes.$inferInsert,
): Statement[] => {
  return [
    value === 0
      ? tx
          .delete(commentVotes)
          .where(
            and(
              eq(commentVotes.siteId, siteId),
              eq(commentVotes.commentId, commentId),
              eq(commentVotes.visitorId, visitorId),
            ),
          )
      : tx
          .insert(commentVotes)
          .values({ siteId, commentId, visitorId, origin, value, at })
          .onConflictDoUpdate({
            target: [commentVotes.siteId, commentVotes.commentId, commentVotes.visitorId],
            set: { value, origin, at },
          }),
    tx.update(comments).set(countedVotes(siteId, commentId)).where(ofComment(siteId, commentId)),
  ];
};

/** Counts a report of a comment, or that one was taken back. */
export const countReport = (tx: Queries, siteId: string, id: string, by: 1 | -1): Statement =>
  tx
    .update(comments)
    .set({ reports: sql`${comments.reports} + ${by}` })
    .where(ofComment(siteId, id));
