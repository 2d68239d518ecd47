import { and, eq, sql } from 'drizzle-orm';
import type { AccountMerger } from '../../core/people/visitors/accountMerger.ts';
import { commentReports, comments, commentVotes } from '../tables.ts';
import { countedVotes } from './votes.ts';

/** See {@link AccountMerger}. A comment that both voted on is counted anew; who reported it twice is left at two. */
export const moveComments: AccountMerger = (tx, siteId, visitor, account) => {
  const ofBoth = (table: 'comment_votes' | 'comment_reports') =>
    sql`(select comment_id from ${sql.raw(table)} own where own.site_id = ${siteId} and own.visitor_id = ${account})`;
  const votes = (id: string) => and(eq(commentVotes.siteId, siteId), eq(commentVotes.visitorId, id));
  const reports = (id: string) => and(eq(commentReports.siteId, siteId), eq(commentReports.visitorId, id));
  return [
    tx
      .update(comments)
      .set({ authorId: account })
      .where(
        and(eq(comments.siteId, siteId), eq(comments.authorKind, 'visitor'), eq(comments.authorId, visitor)),
      ),
    tx
      .delete(commentVotes)
      .where(and(votes(visitor), sql`${commentVotes.commentId} in ${ofBoth('comment_votes')}`)),
    tx
      .update(comments)
      .set(countedVotes(siteId, comments.id))
      .where(and(eq(comments.siteId, siteId), sql`${comments.id} in ${ofBoth('comment_votes')}`)),
    tx.update(commentVotes).set({ visitorId: account }).where(votes(visitor)),
    tx
      .delete(commentReports)
      .where(and(reports(visitor), sql`${commentReports.commentId} in ${ofBoth('comment_reports')}`)),
    tx.update(commentReports).set({ visitorId: account }).where(reports(visitor)),
  ];
};
