import { listGrownLogs, moveCursor, readEventsAfter, setCursor, startCursor } from '../events/cursors.ts';
import type { Context } from '../../context.ts';
import { readHead } from '../events/head.ts';
import { planJob } from './queries.ts';
import type { NewJob } from './work.ts';

/** Events read at a time, at the most and at the least: what follows from them is written in one go. */
const [largestBatch, smallestBatch] = [50, 4];
/**
 * The longest a batch may hold the event loop, milliseconds: fifty long texts to be indexed would hold it for a second.
 */
const longestBatch = 40;

/** The reader's name beside its place in the log. */
const reader = 'jobs';

/**
 * Reads on in a site's log, and plans what follows in the very commit that moves its place: nothing is planned twice
 * or forgotten, wherever the process dies, and of two machines one does it. A place that is older than the log goes on
 * with what is left of it.
 */
const readLog = async (ctx: Context, siteId: string, from: number | null): Promise<void> => {
  if (from === null) await ctx.database.write((tx) => [startCursor(tx, siteId, reader)]);
  let batchSize = smallestBatch;
  for (let place = from ?? 0; ; ) {
    const batch = await readEventsAfter(ctx.database, siteId, place, batchSize);
    const last = batch.at(-1);
    if (!last) return;
    const planned: NewJob[] = [];
    for (const plan of ctx.work.planners) planned.push(...(await plan(siteId, batch)));
    const recorded = await Promise.all(ctx.work.recorders.map((record) => record(siteId, batch)));
    const now = ctx.clock.now();
    const start = ctx.clock.monotonic();
    const moved = await ctx.database.write((tx) => [
      moveCursor(tx, siteId, reader, { from: place, to: last.seq }),
      ...planned.map((job) => planJob(tx, siteId, job, now)),
      ...recorded.flatMap((write) => write(tx)),
      ...ctx.work.indexers.flatMap((index) => index(tx, siteId, batch)),
    ]);
    if (!moved || batch.length < batchSize) return;
    place = last.seq;
    const isLong = ctx.clock.monotonic() - start > longestBatch;
    batchSize = isLong ? Math.max(smallestBatch, batchSize >> 1) : Math.min(largestBatch, batchSize * 2);
  }
};

/** Lets what a log holds so far be: nothing is planned for it. */
export const skipLog = async (ctx: Pick<Context, 'database'>, siteId: string): Promise<void> => {
  const seq = await readHead(ctx.database, siteId);
  await ctx.database.write((tx) => [setCursor(tx, siteId, reader, seq)]);
};

/** Reads on in every log that grew. What cannot be read of one site does not keep the others waiting. */
export const readLogs = async (ctx: Context): Promise<void> => {
  const grown = await listGrownLogs(ctx.database, reader);
  for (const { siteId, seq } of grown) {
    try {
      await readLog(ctx, siteId, seq);
    } catch (err) {
      ctx.metrics.faults.inc({ kind: 'jobs' });
      ctx.log.error({ err, site: siteId }, 'the log could not be read for jobs');
    }
  }
};
