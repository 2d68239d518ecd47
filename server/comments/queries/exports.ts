import { and, asc, desc, eq, gt, inArray, or } from 'drizzle-orm';
import { comments } from '../tables.ts';
import type { Db } from './pages.ts';
import type { CommentRow } from './comments.ts';

/** Which of these sources are there already. */
export const findImported = async (ctx: Db, siteId: string, sources: string[]): Promise<CommentRow[]> => {
  if (sources.length === 0) return [];
  return ctx.database.read
    .select()
    .from(comments)
    .where(and(eq(comments.siteId, siteId), inArray(comments.source, sources)));
};

/** Where a page's comments stand, the oldest first. */
export const listPlaces = (ctx: Db, siteId: string, pageId: string) =>
  ctx.database.read
    .select({
      id: comments.id,
      parentId: comments.parentId,
      rootId: comments.rootId,
      place: comments.place,
      createdAt: comments.createdAt,
      source: comments.source,
      extra: comments.extra,
    })
    .from(comments)
    .where(and(eq(comments.siteId, siteId), eq(comments.pageId, pageId)))
    .orderBy(asc(comments.createdAt), asc(comments.id));

/** All comments of a page, each behind the one it answers, from a place on. */
export const listAllComments = (
  ctx: Db,
  siteId: string,
  pageId: string,
  after: { at: number; id: string } | null,
  max: number,
): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        eq(comments.pageId, pageId),
        after
          ? or(
              gt(comments.createdAt, after.at),
              and(eq(comments.createdAt, after.at), gt(comments.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(max);

/** The newest approved comments of a page, or of the whole site. */
export const listLatest = (
  ctx: Db,
  siteId: string,
  pageId: string | null,
  max: number,
): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        pageId === null ? undefined : eq(comments.pageId, pageId),
        eq(comments.state, 'approved'),
      ),
    )
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(max);
