import { and, asc, count, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
import type { StaffState } from '../../../shared/comments/states.ts';
import { staff } from '../../core/people/staff/tables.ts';
import { comments, commentVersions } from '../tables.ts';
import type { Db } from './pages.ts';
import type { CommentRow } from './comments.ts';

const inState = (state: StaffState) =>
  state === 'reported'
    ? and(eq(comments.state, 'approved'), gt(comments.reports, 0))
    : eq(comments.state, state);

/** Comments as staff list them, the newest first; those that wait, the oldest first. */
export const listForStaff = (
  ctx: Db,
  siteId: string,
  query: {
    state: StaffState;
    search: string;
    /** The visitor who wrote them; undefined for anybody. */
    author?: string | undefined;
    after: { at: number; id: string } | null;
    max: number;
  },
): Promise<CommentRow[]> => {
  const { state, search, author, after, max } = query;
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
        author === undefined
          ? undefined
          : and(eq(comments.authorKind, 'visitor'), eq(comments.authorId, author)),
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
    .limit(max);
};

/** Counts comments that wait for staff. */
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

/** Earlier words of a comment with who of the team changed them, the newest first. */
export const listVersions = (ctx: Db, siteId: string, commentId: string) =>
  ctx.database.read
    .select({
      id: commentVersions.id,
      body: commentVersions.body,
      by: staff.name,
      at: commentVersions.at,
    })
    .from(commentVersions)
    .leftJoin(staff, eq(staff.id, commentVersions.staffId))
    .where(and(eq(commentVersions.siteId, siteId), eq(commentVersions.commentId, commentId)))
    .orderBy(desc(commentVersions.at), desc(commentVersions.id))
    .limit(50);
