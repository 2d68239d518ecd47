import { pruneSecrets } from '../people/visitors/writes.ts';
import { logRetention } from '../events/retention.ts';
import { listLoggedSites, pruneLog } from '../events/prune.ts';
import type { Context } from '../../context.ts';
import { sweepAttachments } from '../content/attachments/attachments.ts';
import { pruneTokens } from '../people/tokens/writes/tokens.ts';
import { exposuresKeptFor, pruneExposures } from '../prompts/queries.ts';
import { forgetBudgets } from '../mail/writes/budget.ts';
import { pruneLinks } from '../mail/queries.ts';
import { pruneJobs } from './queries.ts';

/** Jobs that nobody revived are forgotten after so long, milliseconds. */
const deadKeptFor = 90 * 24 * 3_600_000;
/** API tokens that ended or were revoked are named in the audit log for so long, milliseconds. */
const tokensKeptFor = 365 * 24 * 3_600_000;
const interval = 3_600_000;
/** Sites looked after between two turns of the event loop. */
const pause = 10;

/**
 * Prunes a site's log and its ended secrets. May be cut off anywhere: what is gone is said to be gone in the same
 * transaction, and the next run goes on.
 */
export const pruneSite = async (ctx: Pick<Context, 'database' | 'clock'>, siteId: string): Promise<void> => {
  const now = ctx.clock.now();
  const oldest = now - logRetention;
  await pruneLog(ctx, siteId, oldest);
  await pruneSecrets(ctx, siteId, now);
  await pruneJobs(ctx, siteId, { done: oldest, dead: now - deadKeptFor });
  await pruneLinks(ctx, siteId, now);
  await pruneTokens(ctx, siteId, now - tokensKeptFor);
  await pruneExposures(ctx, siteId, now - exposuresKeptFor);
};

/** Runs what recurs. @returns a function that stops it */
export const runJobs = (ctx: Context): (() => void) => {
  let stopped = false;
  const run = async (): Promise<void> => {
    await ctx.database.write((tx) => [forgetBudgets(tx, ctx.clock.now())]);
    for (const siteId of await listLoggedSites(ctx)) {
      if (stopped) return;
      await pruneSite(ctx, siteId);
      await sweepAttachments(ctx, siteId);
      await ctx.pruneFeatures(siteId);
      await ctx.clock.sleep(pause);
    }
  };
  const timer = setInterval(() => {
    run().catch((err) => {
      ctx.metrics.faults.inc({ kind: 'jobs' });
      ctx.log.error({ err }, 'jobs');
    });
  }, interval);
  timer.unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
};
