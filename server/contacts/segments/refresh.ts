import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { findCursor, moveCursor, readEventsAfter, setCursor } from '../../core/events/cursors.ts';
import { readHead } from '../../core/events/head.ts';
import type { JobHandler, Planner } from '../../core/jobs/handlers.ts';
import { oldestEvent, pageOfVisitors, readTraits } from './queries/known.ts';
import { replaceTraits } from './writes.ts';

/** The log's reader that contacts' traits follow it with. */
const reader = 'segments';
/** Visitors, or events, that are looked at in a turn. */
const batchSize = 500;
const [hour, day] = [3_600_000, 24 * 3_600_000];
/** The time of day of the refresh that nobody asked for, after midnight UTC. */
const quietHour = 3 * hour;

type Reads = Pick<Context, 'database' | 'visitorTraits'>;

/** Makes the rows of every contact. Events of meanwhile are looked at afterwards: it counts from before. */
const build = async (ctx: Reads, siteId: string): Promise<void> => {
  const head = await readHead(ctx.database, siteId);
  for (let after = ''; ; ) {
    const ids = await pageOfVisitors(ctx, siteId, after, batchSize);
    const rows = await readTraits(ctx, siteId, ids);
    await ctx.database.write((tx) => replaceTraits(tx, siteId, ids, rows));
    const last = ids.at(-1);
    if (last === undefined || ids.length < batchSize) break;
    after = last;
    await nextTurn();
  }
  await ctx.database.write((tx) => [setCursor(tx, siteId, reader, head)]);
};

const refresh = async (ctx: Reads, siteId: string): Promise<void> => {
  for (;;) {
    const from = await findCursor(ctx.database, siteId, reader);
    if (from === null || from + 1 < (await oldestEvent(ctx, siteId))) {
      await build(ctx, siteId);
      continue;
    }
    const events = await readEventsAfter(ctx.database, siteId, from, batchSize);
    const to = events.at(-1)?.seq;
    if (to === undefined) return;
    const ids = [...new Set(events.flatMap(({ visitorId }) => visitorId ?? []))];
    const rows = await readTraits(ctx, siteId, ids);
    await ctx.database.write((tx) => [
      moveCursor(tx, siteId, reader, { from, to }),
      ...replaceTraits(tx, siteId, ids, rows),
    ]);
    if (events.length < batchSize) return;
    await nextTurn();
  }
};

const running = new WeakMap<Context['database'], Map<string, Promise<void>>>();

/** Brings contacts' traits up to the log's end; at the first time, builds them. One at a time for each site. */
export const refreshTraits = async (ctx: Reads, siteId: string): Promise<void> => {
  const ofProcess = running.get(ctx.database) ?? new Map<string, Promise<void>>();
  running.set(ctx.database, ofProcess);
  const before = ofProcess.get(siteId) ?? Promise.resolve();
  const next = before.catch(() => undefined).then(() => refresh(ctx, siteId));
  ofProcess.set(siteId, next);
  try {
    await next;
  } finally {
    if (ofProcess.get(siteId) === next) ofProcess.delete(siteId);
  }
};

/** Plans at most one refresh a day, where anything happened: so that nobody waits for two weeks of the log. */
export const planRefresh: Planner = async (_, __, batch) => {
  const at = batch.find(({ visitorId }) => visitorId !== null)?.at;
  if (at === undefined) return [];
  const due = Math.floor((at - quietHour) / day + 1) * day + quietHour;
  return [{ kind: 'segments.refresh', key: String(due), payload: {}, runAt: due }];
};

export const segmentJobs: Record<string, JobHandler> = {
  'segments.refresh': async (ctx, { siteId }) => {
    await refreshTraits(ctx, siteId);
    return { kind: 'done' };
  },
};
