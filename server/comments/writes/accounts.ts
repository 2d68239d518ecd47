import { and, eq, sql } from 'drizzle-orm';
import type { AccountMerger } from '../../core/people/visitors/accountMerger.ts';
import { comments, commentVotes } from '../tables.ts';
import { countedVotes } from './votes.ts';

/** See {@link AccountMerger}. A comment that both voted on is counted anew. */
export const mergeComments: AccountMerger = (tx, siteId, visitor, account) => {
  const ofBoth = sql`(select comment_id from comment_votes own where own.site_id = ${siteId} and own.visitor_id = ${account})`;
  const votes = (id: string) => and(eq(commentVotes.siteId, siteId), eq(commentVotes.visitorId, id));
  return [
    tx
      .update(comments)
      .set({ authorId: account })
      .where(
        and(eq(comments.siteId, siteId), eq(comments.authorKind, 'visitor'), eq(comments.authorId, visitor)),
      ),
    tx.delete(commentVotes).where(and(votes(visitor), sql`${commentVotes.commentId} in ${ofBoth}`)),
    tx
      .update(comments)
      .set(countedVotes(siteId, comments.id))
      .where(and(eq(comments.siteId, siteId), sql`${comments.id} in ${ofBoth}`)),
    tx.update(commentVotes).set({ visitorId: account }).where(votes(visitor)),
  ];
};
