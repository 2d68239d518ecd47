import { and, count, desc, eq, min, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Context } from '../../../../context.ts';
import type { OldData } from '../kept.ts';
import { retentionRuns } from '../tables.ts';

type Reads = Pick<Context, 'database'>;
export type RetentionRunRow = typeof retentionRuns.$inferSelect;

/** Counts a table's rows where a condition holds, and finds the oldest's time. */
export const lookAtRows = async (
  ctx: Reads,
  table: SQLiteTable,
  at: SQLiteColumn | SQL<number>,
  where: SQL | undefined,
): Promise<OldData> => {
  const [row] = await ctx.database.read
    .select({ count: count().mapWith(Number), oldest: min(at) })
    .from(table)
    .where(where);
  const oldest = row?.oldest ?? null;
  return { count: row?.count ?? 0, oldest: oldest === null ? null : Number(oldest) };
};

export const findRun = async (ctx: Reads, siteId: string, id: string): Promise<RetentionRunRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(retentionRuns)
    .where(and(eq(retentionRuns.siteId, siteId), eq(retentionRuns.id, id)));
  return row ?? null;
};

/** A site's runs, the newest first. */
export const listRuns = (ctx: Reads, siteId: string, max = 30): Promise<RetentionRunRow[]> =>
  ctx.database.read
    .select()
    .from(retentionRuns)
    .where(eq(retentionRuns.siteId, siteId))
    .orderBy(desc(retentionRuns.startedAt), desc(retentionRuns.id))
    .limit(max);
