import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { CommentSort } from '../../shared/comments/defaults.ts';
import type { Attachment } from '../../shared/core/content/attachments.ts';
import type { StaffState } from '../../shared/comments/states.ts';
import type { Context } from '../context.ts';
import type { AccountMerger } from '../core/people/visitors/accountMerger.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../core/db/database.ts';
import { preparedQuery } from '../core/db/prepared.ts';
import { type commentFollowers, commentPages, commentReports, comments, commentVotes } from './tables.ts';

export type PageRow = typeof commentPages.$inferSelect;
export type CommentRow = typeof comments.$inferSelect;
export type FollowerRow = typeof commentFollowers.$inferSelect;
type Db = Pick<Context, 'database'>;

const pageByKey = preparedQuery('comment_page_by_key', (queries) =>
  queries
    .select()
    .from(commentPages)
    .where(
      and(eq(commentPages.siteId, sql.placeholder('site')), eq(commentPages.key, sql.placeholder('key'))),
    ),
);

export const findPage = async (ctx: Db, siteId: string, key: string): Promise<PageRow | null> => {
  const [row] = await pageByKey(ctx.database, { site: siteId, key });
  return row ?? null;
};

export const findPages = (ctx: Db, siteId: string, ids: string[]): Promise<PageRow[]> =>
  ctx.database.read
    .select()
    .from(commentPages)
    .where(and(eq(commentPages.siteId, siteId), inArray(commentPages.id, ids)));

/** Approved comments of pages, by key. */
export const countByKey = async (ctx: Db, siteId: string, keys: string[]): Promise<Map<string, number>> => {
  const rows = await ctx.database.read
    .select({ key: commentPages.key, count: commentPages.count })
    .from(commentPages)
    .where(and(eq(commentPages.siteId, siteId), inArray(commentPages.key, keys)));
  return new Map(rows.map(({ key, count: comments }) => [key, comments]));
};

export const findComment = async (ctx: Db, siteId: string, id: string): Promise<CommentRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(comments)
    .where(and(eq(comments.siteId, siteId), eq(comments.id, id)));
  return row ?? null;
};

export const findComments = (ctx: Db, siteId: string, ids: string[]): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(and(eq(comments.siteId, siteId), inArray(comments.id, ids)));

const score = sql<number>`(${comments.up} - ${comments.down})`;

/** Where a list of threads goes on: what its last one is sorted by. */
export interface ListPlace {
  score: number;
  at: number;
  id: string;
}

const beyond = (sort: CommentSort, { score: points, at, id }: ListPlace) => {
  if (sort === 'oldest')
    return or(gt(comments.createdAt, at), and(eq(comments.createdAt, at), gt(comments.id, id)));
  const older = or(lt(comments.createdAt, at), and(eq(comments.createdAt, at), lt(comments.id, id)));
  return sort === 'newest' ? older : or(lt(score, points), and(eq(score, points), older));
};

/** Threads of a page that anybody sees something of, from a place on. */
export const listRoots = (
  ctx: Db,
  siteId: string,
  pageId: string,
  sort: CommentSort,
  after: ListPlace | null,
  most: number,
): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        eq(comments.pageId, pageId),
        isNull(comments.parentId),
        or(eq(comments.state, 'approved'), gt(comments.replies, 0)),
        after ? beyond(sort, after) : undefined,
      ),
    )
    .orderBy(
      ...(sort === 'oldest'
        ? [asc(comments.createdAt), asc(comments.id)]
        : [...(sort === 'top' ? [desc(score)] : []), desc(comments.createdAt), desc(comments.id)]),
    )
    .limit(most);

/** Approved replies of threads, those that came first of each thread first. */
export const listReplies = (
  ctx: Db,
  siteId: string,
  roots: string[],
  most: number,
  skip = 0,
): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        inArray(comments.rootId, roots),
        isNotNull(comments.parentId),
        eq(comments.state, 'approved'),
      ),
    )
    .orderBy(asc(comments.place), asc(comments.id))
    .limit(most)
    .offset(skip);

/** What changed on a page since a place in the log. */
export const listChanged = (
  ctx: Db,
  siteId: string,
  pageId: string,
  after: number,
  most: number,
): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(and(eq(comments.siteId, siteId), eq(comments.pageId, pageId), gt(comments.seq, after)))
    .orderBy(asc(comments.seq))
    .limit(most);

/** A visitor's own comments on a page that they may still see. */
export const listOwn = (ctx: Db, siteId: string, pageId: string, visitorId: string): Promise<CommentRow[]> =>
  ctx.database.read
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        eq(comments.pageId, pageId),
        eq(comments.authorId, visitorId),
        // What is taken for spam looks to its author as what waits: a spammer learns nothing.
        inArray(comments.state, ['approved', 'pending', 'spam']),
      ),
    )
    .orderBy(desc(comments.createdAt))
    .limit(200);

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

/** Approved comments by who wrote them. */
export const countApproved = async (
  ctx: Db,
  siteId: string,
  authors: string[],
): Promise<Map<string, number>> => {
  if (authors.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({ id: comments.authorId, approved: count().mapWith(Number) })
    .from(comments)
    .where(
      and(eq(comments.siteId, siteId), inArray(comments.authorId, authors), eq(comments.state, 'approved')),
    )
    .groupBy(comments.authorId);
  return new Map(rows.map(({ id, approved }) => [id!, approved]));
};

/** True when the same words of the same visitor came within a time. */
export const isRepeated = async (
  ctx: Db,
  siteId: string,
  visitorId: string,
  body: string,
  since: number,
): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        eq(comments.authorId, visitorId),
        gte(comments.createdAt, since),
        eq(comments.body, body),
        ne(comments.state, 'deleted'),
      ),
    )
    .limit(1);
  return row !== undefined;
};

/** Makes a page, or leaves the one that is there. */
export const insertPage = (tx: Queries, row: typeof commentPages.$inferInsert): Statement =>
  tx.insert(commentPages).values(row).onConflictDoNothing();

const ofPage = (siteId: string, pageId: string) =>
  and(eq(commentPages.siteId, siteId), eq(commentPages.id, pageId));
const ofComment = (siteId: string, id: string) => and(eq(comments.siteId, siteId), eq(comments.id, id));

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

/** A comment's votes counted anew, on top of those that it was taken in with. */
const countedVotes = (siteId: string, commentId: string | typeof comments.id) => {
  const votes = (which: number) =>
    sql`(select count(*) from comment_votes vote where vote.site_id = ${siteId} and vote.comment_id = ${commentId} and vote.value = ${which})`;
  return { up: sql`${comments.baseUp} + ${votes(1)}`, down: sql`${comments.baseDown} + ${votes(-1)}` };
};

/** Sets a visitor's vote, or takes it back with 0, and counts anew. */
export const setVote = (
  tx: Queries,
  { siteId, commentId, visitorId, value }: typeof commentVotes.$inferInsert,
): Statement[] => {
  return [
    value === 0
      ? tx
          .delete(commentVotes)
          .where(
            and(
              eq(commentVotes.siteId, siteId),
              eq(commentVotes.commentId, commentId),
              eq(commentVotes.visitorId, visitorId),
            ),
          )
      : tx
          .insert(commentVotes)
          .values({ siteId, commentId, visitorId, value })
          .onConflictDoUpdate({
            target: [commentVotes.siteId, commentVotes.commentId, commentVotes.visitorId],
            set: { value },
          }),
    tx.update(comments).set(countedVotes(siteId, commentId)).where(ofComment(siteId, commentId)),
  ];
};

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

const inState = (state: StaffState) =>
  state === 'reported'
    ? and(eq(comments.state, 'approved'), gt(comments.reports, 0))
    : eq(comments.state, state);

/** Comments as staff list them, the newest first; those that wait, the oldest first. */
export const listForStaff = (
  ctx: Db,
  siteId: string,
  state: StaffState,
  search: string,
  after: { at: number; id: string } | null,
  most: number,
): Promise<CommentRow[]> => {
  const rising = state === 'pending';
  const [further, order] = rising ? [gt, asc] : [lt, desc];
  const words = search.toLowerCase();
  const found = (column: typeof comments.body | typeof comments.name | typeof comments.email) =>
    sql`lower(${column}) like ${`%${words.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
  return ctx.database.read
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.siteId, siteId),
        inState(state),
        words ? or(found(comments.body), found(comments.name), found(comments.email)) : undefined,
        after
          ? or(
              further(comments.createdAt, after.at),
              and(eq(comments.createdAt, after.at), further(comments.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(order(comments.createdAt), order(comments.id))
    .limit(most);
};

/** How many comments wait for staff. */
export const countWaiting = async (
  ctx: Db,
  siteId: string,
): Promise<{ pending: number; reported: number }> => {
  const counted = async (state: StaffState): Promise<number> => {
    const [row] = await ctx.database.read
      .select({ comments: count().mapWith(Number) })
      .from(comments)
      .where(and(eq(comments.siteId, siteId), inState(state)));
    return row?.comments ?? 0;
  };
  return { pending: await counted('pending'), reported: await counted('reported') };
};

export const forgetReports = (tx: Queries, siteId: string, id: string): Statement[] => [
  tx.delete(commentReports).where(and(eq(commentReports.siteId, siteId), eq(commentReports.commentId, id))),
];

/** Which of these sources are there already. */
export const findImported = async (ctx: Db, siteId: string, sources: string[]): Promise<string[]> => {
  if (sources.length === 0) return [];
  const rows = await ctx.database.read
    .select({ source: comments.source })
    .from(comments)
    .where(and(eq(comments.siteId, siteId), inArray(comments.source, sources)));
  return rows.map(({ source }) => source!);
};

/** Stores what came from elsewhere; where it stands is set afterwards. */
export const insertImported = (tx: Queries, row: typeof comments.$inferInsert): Statement =>
  tx.insert(comments).values(row).onConflictDoNothing();

/** Adds a picture to a comment that was taken in before it. */
export const addPicture = (tx: Queries, row: CommentRow, picture: Attachment, seq: number): Statement =>
  tx
    .update(comments)
    .set({ files: [...(row.files ?? []), picture], seq })
    .where(ofComment(row.siteId, row.id));

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

export const setPlaces = (
  tx: Queries,
  siteId: string,
  places: readonly { id: string; parentId: string | null; rootId: string; place: number }[],
): Statement[] =>
  places.map(({ id, ...place }) => tx.update(comments).set(place).where(ofComment(siteId, id)));

/** All pages of a site, in the order of their keys, from one on. */
export const listAllPages = (ctx: Db, siteId: string, after: string, most: number): Promise<PageRow[]> =>
  ctx.database.read
    .select()
    .from(commentPages)
    .where(and(eq(commentPages.siteId, siteId), gt(commentPages.key, after)))
    .orderBy(asc(commentPages.key))
    .limit(most);

/** All comments of a page, each behind the one it answers, from a place on. */
export const listAllComments = (
  ctx: Db,
  siteId: string,
  pageId: string,
  after: { at: number; id: string } | null,
  most: number,
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
    .limit(most);

/** The newest approved comments of a page, or of the whole site. */
export const listLatest = (
  ctx: Db,
  siteId: string,
  pageId: string | null,
  most: number,
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
    .limit(most);
