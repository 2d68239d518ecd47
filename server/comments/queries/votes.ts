import { and, eq } from 'drizzle-orm';
import { commentReports, comments, commentVotes } from '../tables.ts';
import type { Db } from './pages.ts';

export const listOwnVotes = (
  ctx: Db,
  siteId: string,
  pageId: string,
  visitorId: string,
): Promise<{ id: string; value: number }[]> =>
  ctx.database.read
    .select({ id: commentVotes.commentId, value: commentVotes.value })
    .from(commentVotes)
    .innerJoin(
      comments,
      and(eq(comments.siteId, commentVotes.siteId), eq(comments.id, commentVotes.commentId)),
    )
    .where(
      and(
        eq(commentVotes.siteId, siteId),
        eq(commentVotes.visitorId, visitorId),
        eq(comments.pageId, pageId),
      ),
    )
    .limit(1_000);

/** Whose voices reported a comment. */
export const listReportOrigins = (
  ctx: Db,
  siteId: string,
  commentId: string,
): Promise<{ origin: string; isTrusted: boolean }[]> =>
  ctx.database.read
    .select({ origin: commentReports.origin, isTrusted: commentReports.isTrusted })
    .from(commentReports)
    .where(and(eq(commentReports.siteId, siteId), eq(commentReports.commentId, commentId)))
    .limit(1_000);
