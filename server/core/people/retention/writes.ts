import { and, eq, lt } from 'drizzle-orm';
import { newId } from '../../../../shared/core/ids.ts';
import type { Context } from '../../../context.ts';
import type { Queries, Statement } from '../../db/database.ts';
import { planJob } from '../../jobs/queries.ts';
import type { RetentionRunRow } from './queries/runs.ts';
import { retentionRuns } from './tables.ts';

export const retentionJobKind = 'retention.run';

/** Runs are listed for so long, milliseconds. */
const runsKeptFor = 400 * 24 * 3_600_000;

/** A run that has just begun. */
export const newRun = (
  siteId: string,
  id: string,
  by: RetentionRunRow['by'],
  startedAt: number,
): RetentionRunRow => ({
  siteId,
  id,
  by,
  state: 'running',
  counts: {},
  remains: { visitors: [], conversations: [] },
  startedAt,
  doneAt: null,
});

/** The statement that writes a run down; one that was begun goes on. */
export const insertRun = (tx: Queries, run: RetentionRunRow): Statement =>
  tx.insert(retentionRuns).values(run).onConflictDoNothing();

/** The statement that writes down how far a run has come. */
export const saveRun = (
  tx: Queries,
  { siteId, id }: RetentionRunRow,
  change: Partial<Pick<RetentionRunRow, 'counts' | 'remains' | 'state' | 'doneAt'>>,
): Statement =>
  tx
    .update(retentionRuns)
    .set(change)
    .where(and(eq(retentionRuns.siteId, siteId), eq(retentionRuns.id, id)));

export const pruneRuns = (tx: Queries, siteId: string, now: number): Statement =>
  tx
    .delete(retentionRuns)
    .where(and(eq(retentionRuns.siteId, siteId), lt(retentionRuns.startedAt, now - runsKeptFor)));

/** Plans a site's run of today; the second time changes nothing. */
export const planDaily = async (ctx: Context, siteId: string): Promise<void> => {
  const now = ctx.clock.now();
  const key = new Date(now).toISOString().slice(0, 10);
  await ctx.database.write((tx) => [
    planJob(tx, siteId, { kind: retentionJobKind, key, payload: { by: 'daily' }, runAt: now }, now),
  ]);
};

/** Begins a run that staff asked for. */
export const beginRun = async (ctx: Context, siteId: string): Promise<RetentionRunRow> => {
  const now = ctx.clock.now();
  const run = newRun(siteId, newId(now), 'staff', now);
  const job = { kind: retentionJobKind, key: run.id, payload: { by: 'staff' }, runAt: now };
  await ctx.database.write((tx) => [insertRun(tx, run), planJob(tx, siteId, job, now, run.id)]);
  return run;
};
