import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { IdeaOrder, IdeaStatus } from '../../../shared/ideas/states.ts';
import type { History } from '../../../shared/core/moderation/schema.ts';
import type { QueueState } from '../../../shared/core/moderation/states.ts';
import { isReported } from '../../core/moderation/reports/queries.ts';
import type { Context } from '../../context.ts';
import { likeLiteral } from '../../core/db/like.ts';
import { ideas } from '../tables.ts';

export type IdeaRow = typeof ideas.$inferSelect;
export type Reads = Pick<Context, 'database'>;

export const ofIdea = (siteId: string, id: string) => and(eq(ideas.siteId, siteId), eq(ideas.id, id));

/** An idea, whatever its state. */
export const findIdea = async (ctx: Reads, siteId: string, id: string): Promise<IdeaRow | null> => {
  const [row] = await ctx.database.read.select().from(ideas).where(ofIdea(siteId, id)).limit(1);
  return row ?? null;
};

export const findIdeas = async (ctx: Reads, siteId: string, ids: readonly string[]): Promise<IdeaRow[]> =>
  ids.length === 0
    ? []
    : ctx.database.read
        .select()
        .from(ideas)
        .where(and(eq(ideas.siteId, siteId), inArray(ideas.id, [...ids])));

/** A narrowing of a list. */
export interface IdeaFilter {
  /** `reported` is what readers reported, and everybody still sees. */
  state: QueueState;
  status?: IdeaStatus | undefined;
  q?: string | undefined;
  /** Those that were merged into others, too. */
  withMerged?: boolean;
}

const contains = (text: string): SQL => {
  const pattern = `%${likeLiteral(text.trim().toLowerCase())}%`;
  return sql`(lower(${ideas.title}) like ${pattern} escape '\\' or lower(${ideas.details}) like ${pattern} escape '\\')`;
};

const filtered = (siteId: string, { state, status, q, withMerged }: IdeaFilter) =>
  and(
    eq(ideas.siteId, siteId),
    state === 'reported'
      ? and(eq(ideas.state, 'public'), isReported(siteId, ideas.id))
      : eq(ideas.state, state),
    withMerged ? undefined : isNull(ideas.mergedInto),
    status === undefined ? undefined : eq(ideas.status, status),
    q === undefined || q.trim() === '' ? undefined : contains(q),
  );

/** Public ideas that hold one of some words, those with the most votes first. */
export const findByWords = async (
  ctx: Reads,
  siteId: string,
  words: readonly string[],
  limit: number,
): Promise<IdeaRow[]> =>
  words.length === 0
    ? []
    : ctx.database.read
        .select()
        .from(ideas)
        .where(and(filtered(siteId, { state: 'public' }), or(...words.map(contains))))
        .orderBy(desc(ideas.votes), desc(ideas.createdAt), desc(ideas.id))
        .limit(limit);

/** A page of ideas; those that wait the oldest first, whatever the order. */
export const pageOfIdeas = (
  ctx: Reads,
  siteId: string,
  filter: IdeaFilter,
  { order, limit, offset }: { order: IdeaOrder; limit: number; offset: number },
): Promise<IdeaRow[]> => {
  const newest = [desc(ideas.createdAt), desc(ideas.id)];
  const by =
    filter.state === 'waiting'
      ? [asc(ideas.createdAt), asc(ideas.id)]
      : order === 'top'
        ? [desc(ideas.votes), ...newest]
        : newest;
  return ctx.database.read
    .select()
    .from(ideas)
    .where(filtered(siteId, filter))
    .orderBy(...by)
    .limit(limit)
    .offset(offset);
};

export const countIdeas = async (ctx: Reads, siteId: string, filter: IdeaFilter): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ total: count().mapWith(Number) })
    .from(ideas)
    .where(filtered(siteId, filter));
  return row?.total ?? 0;
};

/** Ideas of one status whose status changed last first: a column of the roadmap. */
export const listByStatus = (
  ctx: Reads,
  siteId: string,
  status: IdeaStatus,
  limit: number,
): Promise<IdeaRow[]> =>
  ctx.database.read
    .select()
    .from(ideas)
    .where(filtered(siteId, { state: 'public', status }))
    .orderBy(
      ...(status === 'done' ? [desc(ideas.statusAt)] : []),
      desc(ideas.votes),
      desc(ideas.createdAt),
      desc(ideas.id),
    )
    .limit(limit);

/** Ideas that changed last, the newest first. */
export const listChangedLast = (ctx: Reads, siteId: string, limit: number): Promise<IdeaRow[]> =>
  ctx.database.read
    .select()
    .from(ideas)
    .where(filtered(siteId, { state: 'public' }))
    .orderBy(desc(ideas.updatedAt), desc(ideas.id))
    .limit(limit);

/** Ideas that were merged into one. */
export const listMerged = (ctx: Reads, siteId: string, into: string): Promise<IdeaRow[]> =>
  ctx.database.read
    .select()
    .from(ideas)
    .where(and(eq(ideas.siteId, siteId), eq(ideas.mergedInto, into)))
    .orderBy(asc(ideas.id))
    .limit(500);

/** Ids of an idea and of those merged into it. */
export const groupOf = async (ctx: Reads, siteId: string, root: string): Promise<string[]> => [
  root,
  ...(await listMerged(ctx, siteId, root)).map(({ id }) => id),
];

/** Counts what of some visitors is public, and what was hidden. */
export const countDecided = async (
  ctx: Reads,
  siteId: string,
  authors: readonly string[],
): Promise<Map<string, History>> => {
  if (authors.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({
      id: ideas.authorId,
      approved: sql<number>`sum(case when ${ideas.state} = 'public' then 1 else 0 end)`.mapWith(Number),
      refused: sql<number>`sum(case when ${ideas.state} = 'hidden' then 1 else 0 end)`.mapWith(Number),
    })
    .from(ideas)
    .where(
      and(eq(ideas.siteId, siteId), eq(ideas.authorKind, 'visitor'), inArray(ideas.authorId, [...authors])),
    )
    .groupBy(ideas.authorId);
  return new Map(
    rows.flatMap(({ id, approved, refused }) => (id === null ? [] : [[id, { approved, refused }] as const])),
  );
};

/** Ideas in a state for moderators: those that wait the oldest first, others the newest first. */
export const listModerated = (
  ctx: Reads,
  siteId: string,
  query: {
    state: QueueState;
    search?: string | undefined;
    /** The visitor who wrote them; undefined for anybody. */
    author?: string | undefined;
    after: { at: number; id: string } | null;
    limit: number;
  },
): Promise<IdeaRow[]> => {
  const { state, search, author, after, limit } = query;
  const [further, order] = state === 'waiting' ? [gt, asc] : [lt, desc];
  return ctx.database.read
    .select()
    .from(ideas)
    .where(
      and(
        filtered(siteId, { state, q: search, withMerged: true }),
        author === undefined ? undefined : and(eq(ideas.authorKind, 'visitor'), eq(ideas.authorId, author)),
        // What was erased has nothing left to be seen.
        ne(ideas.title, ''),
        after
          ? or(
              further(ideas.createdAt, after.at),
              and(eq(ideas.createdAt, after.at), further(ideas.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(order(ideas.createdAt), order(ideas.id))
    .limit(limit);
};

/** A visitor's ideas since an instant that nobody took away. */
export const listOwnSince = (
  ctx: Reads,
  siteId: string,
  authorId: string,
  since: number,
): Promise<Pick<IdeaRow, 'id' | 'title' | 'details' | 'createdAt'>[]> =>
  ctx.database.read
    .select({ id: ideas.id, title: ideas.title, details: ideas.details, createdAt: ideas.createdAt })
    .from(ideas)
    .where(
      and(
        eq(ideas.siteId, siteId),
        eq(ideas.authorId, authorId),
        ne(ideas.state, 'hidden'),
        gte(ideas.createdAt, since),
      ),
    )
    .limit(100);

/** Public ideas after an id, with those that were merged into others: what is searched. */
export const pageForSearch = (ctx: Reads, siteId: string, after: string, limit: number): Promise<IdeaRow[]> =>
  ctx.database.read
    .select()
    .from(ideas)
    .where(and(eq(ideas.siteId, siteId), eq(ideas.state, 'public'), gt(ideas.id, after)))
    .orderBy(asc(ideas.id))
    .limit(limit);

/** Public ideas among some and what was merged into them: all that their groups hold. */
export const groupsForSearch = (ctx: Reads, siteId: string, roots: readonly string[]): Promise<IdeaRow[]> =>
  ctx.database.read
    .select()
    .from(ideas)
    .where(
      and(
        eq(ideas.siteId, siteId),
        eq(ideas.state, 'public'),
        or(inArray(ideas.id, [...roots]), inArray(ideas.mergedInto, [...roots])),
      ),
    );
