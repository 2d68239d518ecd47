import { and, asc, eq, gt } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { comments } from '../tables.ts';

/** Comments in the order of their ids, after one. */
export const listCommentsAfter = (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  after: string,
  limit: number,
) =>
  database.read
    .select({
      id: comments.id,
      state: comments.state,
      authorKind: comments.authorKind,
      authorId: comments.authorId,
      language: comments.language,
      createdAt: comments.createdAt,
    })
    .from(comments)
    .where(and(eq(comments.siteId, siteId), gt(comments.id, after)))
    .orderBy(asc(comments.id))
    .limit(limit);
