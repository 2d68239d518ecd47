import type { Queries, Statement } from '../core/db/database.ts';
import type { Recorder } from '../core/jobs/handlers.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { NewJob } from '../core/jobs/work.ts';
import { compiledRules } from './compiled.ts';
import { firingsOf, writeFirings } from './fire.ts';
import { readHappened, ruleEvents } from './happened.ts';
import { readKnown } from './known.ts';
import { idleJob, promiseJob } from './timed.ts';

const nothing = (): Statement[] => [];

/**
 * Holds a site's rules against what happened, and keeps which fired in the commit that moves the log's reader: none
 * fires twice on the same, and none is left out, wherever the process dies.
 */
export const recordFirings: Recorder = async (ctx, siteId, batch) => {
  if (!batch.some(({ kind }) => ruleEvents.includes(kind))) return nothing;
  const rules = await compiledRules(ctx, siteId);
  const site = rules && (await ctx.sites.byId(siteId));
  if (!rules || !site) return nothing;
  const { happened, said, changed } = await readHappened(ctx, siteId, batch);
  const known = await readKnown(ctx, site, rules, happened);
  const now = ctx.clock.now();
  const runs = happened.flatMap((one, place) => firingsOf(rules, one, known[place] ?? {}, now));
  const later: NewJob[] = [
    ...rules.minutes.idle.flatMap((minutes) => said.map((one) => idleJob(one, minutes))),
    ...rules.minutes.promise.flatMap((minutes) => changed.flatMap((row) => promiseJob(row, minutes) ?? [])),
  ];
  return (tx: Queries) => [
    ...writeFirings(tx, runs, now),
    ...later.map((job) => planJob(tx, siteId, job, now)),
  ];
};
