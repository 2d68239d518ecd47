import { and, eq, inArray, sql } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { commentPages, comments, commentVersions } from '../tables.ts';
import type { CommentRow } from '../queries/comments.ts';

/** Makes a page, or leaves the one that is there. */
export const insertPage = (tx: Queries, row: typeof commentPages.$inferInsert): Statement =>
  tx.insert(commentPages).values(row).onConflictDoNothing();

const ofPage = (siteId: string, pageId: string) =>
  and(eq(commentPages.siteId, siteId), eq(commentPages.id, pageId));

export const ofComment = (siteId: string, id: string) =>
  and(eq(comments.siteId, siteId), eq(comments.id, id));

/** Stores a comment behind those of its thread. The insert decides: an id that is there changes nothing. */
export const insertComment = (tx: Queries, row: Omit<typeof comments.$inferInsert, 'place'>): Decisive =>
  decisive(
    tx
      .insert(comments)
      .values({
        ...row,
        place: sql`(select coalesce(max(thread.place) + 1, 0) from comments thread where thread.site_id = ${row.siteId} and thread.root_id = ${row.rootId})`,
      })
      .onConflictDoNothing(),
  );

export const changeComment = (
  tx: Queries,
  siteId: string,
  id: string,
  change: Partial<CommentRow>,
  when?: { state?: CommentRow['state'][] },
): Statement =>
  tx
    .update(comments)
    .set(change)
    .where(and(ofComment(siteId, id), when?.state ? inArray(comments.state, when.state) : undefined));

/** Counts a page and the threads that something happened in anew, and notes when. */
export const recount = (
  tx: Queries,
  siteId: string,
  pageId: string,
  roots: string[],
  seq: number,
): Statement[] => [
  tx
    .update(comments)
    .set({
      replies: sql`(select count(*) from comments reply where reply.site_id = ${siteId} and reply.root_id = ${comments.id} and reply.id <> reply.root_id and reply.state = 'approved')`,
    })
    .where(and(eq(comments.siteId, siteId), inArray(comments.id, roots))),
  tx
    .update(commentPages)
    .set({
      seq,
      count: sql`(select count(*) from comments counted where counted.site_id = ${siteId} and counted.page_id = ${pageId} and counted.state = 'approved')`,
    })
    .where(ofPage(siteId, pageId)),
];

/** Counts one more: in its thread, where it is a reply, and on its page. */
export const countOne = (
  tx: Queries,
  row: { siteId: string; pageId: string; id: string; rootId: string },
  seq: number,
): Statement[] => [
  ...(row.rootId === row.id
    ? []
    : [
        tx
          .update(comments)
          .set({ replies: sql`${comments.replies} + 1` })
          .where(ofComment(row.siteId, row.rootId)),
      ]),
  tx
    .update(commentPages)
    .set({ seq, count: sql`${commentPages.count} + 1` })
    .where(ofPage(row.siteId, row.pageId)),
];

/** Notes that something on a page is to be read anew. */
export const touchPage = (tx: Queries, siteId: string, pageId: string, seq: number): Statement =>
  tx.update(commentPages).set({ seq }).where(ofPage(siteId, pageId));

export const openPage = (tx: Queries, siteId: string, pageId: string, open: boolean, seq: number): Decisive =>
  decisive(tx.update(commentPages).set({ open, seq }).where(ofPage(siteId, pageId)));

/** Keeps what a comment said before staff change it. */
export const keepVersion = (tx: Queries, values: typeof commentVersions.$inferInsert): Statement =>
  tx.insert(commentVersions).values(values);

export const forgetVersions = (tx: Queries, siteId: string, ids: readonly string[]): Statement =>
  tx
    .delete(commentVersions)
    .where(and(eq(commentVersions.siteId, siteId), inArray(commentVersions.commentId, [...ids])));
