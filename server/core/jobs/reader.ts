import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { decisive } from '../db/database.ts';
import { readHead } from '../events/head.ts';
import { cursors, events, logs } from '../events/tables.ts';
import { planJob } from './queries.ts';
import type { NewJob } from './work.ts';

/** Events read at a time: what follows from them is written in one go, which nobody's request should wait for. */
const batchSize = 50;

/** The reader's name beside its place in the log. */
const reader = 'jobs';

/**
 * Reads on in a site's log, and plans what follows in the very commit that moves its place: nothing is planned twice
 * or forgotten, wherever the process dies, and of two machines one does it. A place that is older than the log goes on
 * with what is left of it.
 */
const readLog = async (ctx: Context, siteId: string, from: number | null): Promise<void> => {
  if (from === null)
    await ctx.database.write((tx) => [
      tx.insert(cursors).values({ siteId, reader, seq: 0 }).onConflictDoNothing(),
    ]);
  for (let place = from ?? 0; ; ) {
    const batch = await ctx.database.read
      .select()
      .from(events)
      .where(and(eq(events.siteId, siteId), gt(events.seq, place)))
      .orderBy(asc(events.seq))
      .limit(batchSize);
    const last = batch.at(-1);
    if (!last) return;
    const planned: NewJob[] = [];
    for (const plan of ctx.work.planners) planned.push(...(await plan(siteId, batch)));
    const now = ctx.clock.now();
    const moved = await ctx.database.write((tx) => [
      decisive(
        tx
          .update(cursors)
          .set({ seq: last.seq })
          .where(and(eq(cursors.siteId, siteId), eq(cursors.reader, reader), eq(cursors.seq, place))),
      ),
      ...planned.map((job) => planJob(tx, siteId, job, now)),
      ...ctx.work.indexers.flatMap((index) => index(tx, siteId, batch)),
    ]);
    if (!moved || batch.length < batchSize) return;
    place = last.seq;
  }
};

/** Lets what a log holds so far be: nothing is planned for it. */
export const skipLog = async (ctx: Pick<Context, 'database'>, siteId: string): Promise<void> => {
  const seq = await readHead(ctx.database, siteId);
  await ctx.database.write((tx) => [
    tx
      .insert(cursors)
      .values({ siteId, reader, seq })
      .onConflictDoUpdate({ target: [cursors.siteId, cursors.reader], set: { seq } }),
  ]);
};

/** Reads on in every log that grew. What cannot be read of one site does not keep the others waiting. */
export const readLogs = async (ctx: Context): Promise<void> => {
  const grown = await ctx.database.read
    .select({ siteId: logs.siteId, seq: cursors.seq })
    .from(logs)
    .leftJoin(cursors, and(eq(cursors.siteId, logs.siteId), eq(cursors.reader, reader)))
    .where(gt(logs.head, sql`coalesce(${cursors.seq}, 0)`));
  for (const { siteId, seq } of grown) {
    try {
      await readLog(ctx, siteId, seq);
    } catch (err) {
      ctx.metrics.faults.inc({ kind: 'jobs' });
      ctx.log.error({ err, site: siteId }, 'the log could not be read for jobs');
    }
  }
};
