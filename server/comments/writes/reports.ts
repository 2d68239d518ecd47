import { and, eq, gte, sql } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { commentReports, comments } from '../tables.ts';
import { ofComment } from './comments.ts';

/** Keeps a report, once a visitor, and counts them. */
export const insertReport = (
  tx: Queries,
  report: typeof commentReports.$inferInsert,
): (Statement | Decisive)[] => [
  decisive(tx.insert(commentReports).values(report).onConflictDoNothing()),
  tx
    .update(comments)
    .set({ reports: sql`${comments.reports} + 1` })
    .where(ofComment(report.siteId, report.commentId)),
];

/** Takes a visitor's report back, when it came after a time; decides. */
export const deleteReport = (
  tx: Queries,
  { siteId, commentId, visitorId }: { siteId: string; commentId: string; visitorId: string },
  since: number,
): (Statement | Decisive)[] => [
  decisive(
    tx
      .delete(commentReports)
      .where(
        and(
          eq(commentReports.siteId, siteId),
          eq(commentReports.commentId, commentId),
          eq(commentReports.visitorId, visitorId),
          gte(commentReports.at, since),
        ),
      ),
  ),
  tx
    .update(comments)
    .set({ reports: sql`${comments.reports} - 1` })
    .where(ofComment(siteId, commentId)),
];

export const forgetReports = (tx: Queries, siteId: string, id: string): Statement[] => [
  tx.delete(commentReports).where(and(eq(commentReports.siteId, siteId), eq(commentReports.commentId, id))),
];
