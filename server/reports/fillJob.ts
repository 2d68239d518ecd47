import type { Queries, Statement } from '../core/db/database.ts';
import { setCursor } from '../core/events/cursors.ts';
import { factsReader } from './queries.ts';
import { insertFacts } from '../core/facts/writes.ts';
import type { FillPage } from '../core/facts/types.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { NewJob } from '../core/jobs/work.ts';

const kind = 'facts.fill';

/** Fills in one page of what was before facts were kept. */
const fillJob = (page: FillPage & { part: number }, now: number): NewJob => ({
  kind,
  key: `${page.part} ${page.after}`,
  payload: { ...page },
  runAt: now,
});

/**
 * The statements that say where the log stood when facts were first kept of a site, and plan that what was before is
 * filled in.
 * @param before what happened earlier is not known yet
 */
export const startFacts = (
  tx: Queries,
  siteId: string,
  { start, before }: { start: number; before: number },
  now: number,
): Statement[] => [
  setCursor(tx, siteId, factsReader, start),
  ...(start > 0 ? [planJob(tx, siteId, fillJob({ part: 0, after: '', start, before }, now), now)] : []),
];

const fill: JobHandler = async (ctx, { siteId, payload }) => {
  const part = Number(payload['part']);
  const page = {
    after: String(payload['after']),
    start: Number(payload['start']),
    before: Number(payload['before']),
  };
  const filled = await ctx.facts.fill(part, siteId, page);
  if (!filled) return { kind: 'done' };
  const now = ctx.clock.now();
  const next =
    filled.after === null ? { ...page, part: part + 1, after: '' } : { ...page, part, after: filled.after };
  return {
    kind: 'done',
    // Each page once, however often it's tried: with the next one, in the commit that says that it's done.
    write: (tx) => [...insertFacts(tx, siteId, filled.facts), planJob(tx, siteId, fillJob(next, now), now)],
  };
};

export const fillJobs: Readonly<Record<string, JobHandler>> = { [kind]: fill };
