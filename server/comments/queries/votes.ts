import { and, desc, eq, inArray, ne } from 'drizzle-orm';
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

/** Reasons that are shown of one comment. */
const maxReasons = 5;

/** Lists the reasons given in reports, by comment, the newest first. */
export const listReportReasons = async (
  ctx: Db,
  siteId: string,
  commentIds: string[],
): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  if (commentIds.length === 0) return found;
  const rows = await ctx.database.read
    .select({ id: commentReports.commentId, reason: commentReports.reason })
    .from(commentReports)
    .where(
      and(
        eq(commentReports.siteId, siteId),
        inArray(commentReports.commentId, commentIds),
        ne(commentReports.reason, ''),
      ),
    )
    .orderBy(desc(commentReports.at), commentReports.visitorId)
    .limit(1_000);
  for (const { id, reason } of rows) {
    const reasons = found.get(id) ?? [];
    if (reasons.length < maxReasons) found.set(id, [...reasons, reason]);
  }
  return found;
};

/** Lists the origins of a comment's reports. */
export const listReportOrigins = (
  ctx: Db,
  siteId: string,
  commentId: string,
): Promise<{ visitorId: string; origin: string; isTrusted: boolean }[]> =>
  ctx.database.read
    .select({
      visitorId: commentReports.visitorId,
      origin: commentReports.origin,
      isTrusted: commentReports.isTrusted,
    })
    .from(commentReports)
    .where(and(eq(commentReports.siteId, siteId), eq(commentReports.commentId, commentId)))
    .limit(1_000);
