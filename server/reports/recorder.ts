import type { Recorder } from '../core/jobs/handlers.ts';
import { insertFacts } from '../core/facts/writes.ts';
import type { Context } from '../context.ts';
import { findFactsCursor } from './queries.ts';
import { startFacts } from './fillJob.ts';

/** Sites of which that is known to be written down. */
const known = new WeakMap<Context['database'], Set<string>>();

/**
 * Keeps the facts of a batch of the log in the commit that moves its reader: exactly once, wherever the process dies.
 *
 * Not in the commit of each request: which reply is the first, whether a message reopens, and how long it took follow
 * from the log's order, which is given by that commit and not known before it. The log is read about a second later, and
 * holds everything that is needed, numbers that are overwritten meanwhile (when a promise was due) included.
 */
export const recordFacts: Recorder = async (ctx, siteId, batch) => {
  const facts = await ctx.facts.read(siteId, batch);
  const sites = known.get(ctx.database) ?? new Set();
  known.set(ctx.database, sites);
  const first = batch[0];
  const isNew = first !== undefined && !sites.has(siteId) && (await findFactsCursor(ctx, siteId)) === null;
  sites.add(siteId);
  if (!isNew) return (tx) => insertFacts(tx, siteId, facts);
  const start = first.seq - 1;
  const now = ctx.clock.now();
  return (tx) => [
    ...insertFacts(tx, siteId, facts),
    // What was before this version came.
    ...startFacts(tx, siteId, { start, before: first.at }, now),
  ];
};
