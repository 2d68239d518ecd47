import { and, desc, eq, gte } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { comments } from '../tables.ts';

/** Approved comments of visitors since an instant, the newest first. */
export const listWritten = (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  since: number,
  limit: number,
) =>
  database.read
    .select({
      id: comments.id,
      authorId: comments.authorId,
      language: comments.language,
      text: comments.body,
      at: comments.createdAt,
    })
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        eq(comments.state, 'approved'),
        eq(comments.authorKind, 'visitor'),
        gte(comments.createdAt, since),
      ),
    )
    .orderBy(desc(comments.createdAt))
    .limit(limit);
