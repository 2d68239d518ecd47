import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Decisive, Queries, Statement } from '../core/db/database.ts';
import { decisive } from '../core/db/database.ts';
import type { AccountMerger } from '../core/people/visitors/accountMerger.ts';
import { trendItems, trends } from './tables.ts';

type Reads = Pick<Context, 'database'>;
export type TrendRow = typeof trends.$inferSelect;
export type TrendItemRow = typeof trendItems.$inferSelect;

/** Trends that are listed, and that are watched, at the most. */
const [maxListed, maxWatched] = [60, 200];

const one = (siteId: string, id: string) => and(eq(trends.siteId, siteId), eq(trends.id, id));

/** Trends that an item may belong to: not over, no problem, or an incident. @param quietSince how long "no problem" holds */
export const listWatched = (
  { database }: Reads,
  siteId: string,
  { since, quietSince }: { since: number; quietSince: number },
): Promise<TrendRow[]> =>
  database.read
    .select()
    .from(trends)
    .where(
      and(
        eq(trends.siteId, siteId),
        gt(trends.lastAt, quietSince),
        or(gt(trends.lastAt, since), gt(trends.quietAt, quietSince), isNotNull(trends.incidentId)),
      ),
    )
    .orderBy(desc(trends.lastAt))
    .limit(maxWatched);

export const listTrends = ({ database }: Reads, siteId: string): Promise<TrendRow[]> =>
  database.read
    .select()
    .from(trends)
    .where(eq(trends.siteId, siteId))
    .orderBy(desc(trends.lastAt), desc(trends.id))
    .limit(maxListed);

/** Trends that began in a time, those of most people first. */
export const listBegun = (
  { database }: Reads,
  siteId: string,
  { from, until }: { from: number; until: number },
  limit: number,
): Promise<TrendRow[]> =>
  database.read
    .select()
    .from(trends)
    // Who began in it was heard of in it or later: the index is by that.
    .where(
      and(
        eq(trends.siteId, siteId),
        gte(trends.lastAt, from),
        gte(trends.startedAt, from),
        lt(trends.startedAt, until),
      ),
    )
    .orderBy(desc(trends.people), desc(trends.items), asc(trends.id))
    .limit(limit);

export const findTrend = async (
  { database }: Reads,
  siteId: string,
  id: string,
): Promise<TrendRow | null> => {
  const [row] = await database.read.select().from(trends).where(one(siteId, id));
  return row ?? null;
};

/** Items of trends, the oldest first. */
export const listTrendItems = (
  { database }: Reads,
  siteId: string,
  ids: readonly string[],
  limit = 5_000,
): Promise<TrendItemRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : database.read
        .select()
        .from(trendItems)
        .where(and(eq(trendItems.siteId, siteId), inArray(trendItems.trendId, [...ids])))
        .orderBy(asc(trendItems.at), asc(trendItems.itemId))
        .limit(limit);

export const insertTrend = (tx: Queries, row: TrendRow): Decisive =>
  decisive(tx.insert(trends).values(row).onConflictDoNothing());

export const insertTrendItem = (tx: Queries, row: TrendItemRow): Statement =>
  tx.insert(trendItems).values(row).onConflictDoNothing();

export const growTrend = (
  tx: Queries,
  siteId: string,
  id: string,
  grown: Pick<TrendRow, 'people' | 'items' | 'lastAt'>,
): Statement => tx.update(trends).set(grown).where(one(siteId, id));

export const setQuiet = (
  tx: Queries,
  siteId: string,
  id: string,
  quiet: Pick<TrendRow, 'quietAt' | 'quietBy'>,
): Statement => tx.update(trends).set(quiet).where(one(siteId, id));

/** Names the incident that is opened of a trend; another one that was stays. */
export const setIncident = (tx: Queries, siteId: string, id: string, incidentId: string): Decisive =>
  decisive(
    tx
      .update(trends)
      .set({ incidentId, quietAt: null, quietBy: null })
      .where(and(one(siteId, id), or(isNull(trends.incidentId), eq(trends.incidentId, incidentId)))),
  );

/** Forgets items from before an instant: no text is kept for longer than it is remembered. */
export const pruneItems = (tx: Queries, siteId: string, before: number): Statement =>
  tx.delete(trendItems).where(and(eq(trendItems.siteId, siteId), lt(trendItems.at, before)));

/** See {@link AccountMerger}. */
export const mergeTrendItems: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .update(trendItems)
    .set({ visitorId: account, person: account })
    .where(and(eq(trendItems.siteId, siteId), eq(trendItems.visitorId, visitor))),
];
