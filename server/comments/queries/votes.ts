import { and, eq } from 'drizzle-orm';
import { comments, commentVotes } from '../tables.ts';
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
