import { and, asc, count, desc, eq, gt, gte, inArray, lt, ne, or, sql } from 'drizzle-orm';
import type { History } from '../../../shared/core/moderation/schema.ts';
import type { QueueState } from '../../../shared/core/moderation/states.ts';
import type { IdeaState } from '../../../shared/ideas/states.ts';
import { likeLiteral } from '../../core/db/like.ts';
import type { ItemQuery } from '../../core/moderation/kind.ts';
import { isReported } from '../../core/moderation/reports/queries.ts';
import type { Reads } from '../queries/ideas.ts';
import { ideaReplies, ideaReplyVersions } from '../tables.ts';

export type ReplyRow = typeof ideaReplies.$inferSelect;

/** Replies of one idea that are shown. */
const maxShown = 300;

export const findReply = async (ctx: Reads, siteId: string, id: string): Promise<ReplyRow | null> => {
  const [row] = await findReplies(ctx, siteId, [id]);
  return row ?? null;
};

export const findReplies = async (ctx: Reads, siteId: string, ids: readonly string[]): Promise<ReplyRow[]> =>
  ids.length === 0
    ? []
    : ctx.database.read
        .select()
        .from(ideaReplies)
        .where(and(eq(ideaReplies.siteId, siteId), inArray(ideaReplies.id, [...ids])));

/** Replies to some ideas that are one to their readers, the oldest first. @param state any, where it's absent */
export const listReplies = (
  ctx: Reads,
  siteId: string,
  ideaIds: readonly string[],
  state?: IdeaState,
): Promise<ReplyRow[]> =>
  ctx.database.read
    .select()
    .from(ideaReplies)
    .where(
      and(
        eq(ideaReplies.siteId, siteId),
        inArray(ideaReplies.ideaId, [...ideaIds]),
        state === undefined ? undefined : eq(ideaReplies.state, state),
        // What its author took away has nothing left to be seen.
        ne(ideaReplies.body, ''),
      ),
    )
    .orderBy(asc(ideaReplies.createdAt), asc(ideaReplies.id))
    .limit(maxShown);

/** A visitor's replies to some ideas that nobody took away, since an instant. */
export const listOwnReplies = (
  ctx: Reads,
  siteId: string,
  { ideaIds, authorId, since = 0 }: { ideaIds: readonly string[]; authorId: string; since?: number },
): Promise<ReplyRow[]> =>
  ctx.database.read
    .select()
    .from(ideaReplies)
    .where(
      and(
        eq(ideaReplies.siteId, siteId),
        eq(ideaReplies.authorKind, 'visitor'),
        eq(ideaReplies.authorId, authorId),
        inArray(ideaReplies.ideaId, [...ideaIds]),
        ne(ideaReplies.state, 'hidden'),
        gte(ideaReplies.createdAt, since),
      ),
    )
    .orderBy(asc(ideaReplies.createdAt), asc(ideaReplies.id))
    .limit(50);

/** Earlier versions of some replies, the newest first. */
export const listReplyVersions = async (ctx: Reads, siteId: string, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : ctx.database.read
        .select()
        .from(ideaReplyVersions)
        .where(and(eq(ideaReplyVersions.siteId, siteId), inArray(ideaReplyVersions.replyId, [...ids])))
        .orderBy(desc(ideaReplyVersions.at), desc(ideaReplyVersions.id))
        .limit(300);

const inState = (siteId: string, state: QueueState) =>
  and(
    eq(ideaReplies.siteId, siteId),
    eq(ideaReplies.state, state === 'reported' ? 'public' : state),
    state === 'reported' ? isReported(siteId, ideaReplies.id) : undefined,
    ne(ideaReplies.body, ''),
  );

const holdsWords = (search: string) => {
  const pattern = `%${likeLiteral(search.toLowerCase())}%`;
  return sql`(lower(${ideaReplies.body}) like ${pattern} escape '\\' or lower(${ideaReplies.authorName}) like ${pattern} escape '\\')`;
};

/** Replies in a state for moderators: those that wait the oldest first, others the newest first. */
export const listModeratedReplies = (
  ctx: Reads,
  siteId: string,
  { state, search, author, after, limit }: ItemQuery,
): Promise<ReplyRow[]> => {
  const [further, order] = state === 'waiting' ? [gt, asc] : [lt, desc];
  return ctx.database.read
    .select()
    .from(ideaReplies)
    .where(
      and(
        inState(siteId, state),
        author === undefined
          ? undefined
          : and(eq(ideaReplies.authorKind, 'visitor'), eq(ideaReplies.authorId, author)),
        search ? holdsWords(search) : undefined,
        after
          ? or(
              further(ideaReplies.createdAt, after.at),
              and(eq(ideaReplies.createdAt, after.at), further(ideaReplies.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(order(ideaReplies.createdAt), order(ideaReplies.id))
    .limit(limit);
};

export const countModeratedReplies = async (
  ctx: Reads,
  siteId: string,
  state: QueueState,
): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ total: count().mapWith(Number) })
    .from(ideaReplies)
    .where(inState(siteId, state));
  return row?.total ?? 0;
};

/** Counts what of some visitors is public, and what was hidden. */
export const countDecidedReplies = async (
  ctx: Reads,
  siteId: string,
  authors: readonly string[],
): Promise<Map<string, History>> => {
  if (authors.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({
      id: ideaReplies.authorId,
      approved: sql<number>`sum(case when ${ideaReplies.state} = 'public' then 1 else 0 end)`.mapWith(Number),
      refused: sql<number>`sum(case when ${ideaReplies.state} = 'hidden' then 1 else 0 end)`.mapWith(Number),
    })
    .from(ideaReplies)
    .where(
      and(
        eq(ideaReplies.siteId, siteId),
        eq(ideaReplies.authorKind, 'visitor'),
        ne(ideaReplies.body, ''),
        inArray(ideaReplies.authorId, [...authors]),
      ),
    )
    .groupBy(ideaReplies.authorId);
  return new Map(
    rows.flatMap(({ id, approved, refused }) => (id === null ? [] : [[id, { approved, refused }] as const])),
  );
};
