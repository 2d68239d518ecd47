import type { Queries, Statement } from '../core/db/database.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { JobResult, NewJob } from '../core/jobs/work.ts';
import { timed } from '../../shared/rules/fields.ts';
import { findRule, lastSaid, lastSaidAt, listOpenSince, type RuleRow } from './queries.ts';
import { idleJob, promiseJob } from './timed.ts';

const [minute, week] = [60_000, 7 * 24 * 3_600_000];
/** Conversations that one sweep looks at, the newest first. */
const maxSwept = 2_000;
const done: JobResult = { kind: 'done' };

/** The kind of the jobs that plan what a rule waits for in conversations from before it was switched on. */
export const sweepKind = 'rules.sweep';

/** The statements that plan a sweep; none for a rule that waits for no time. */
export const planSweep = (
  tx: Queries,
  { siteId, id, version, trigger, isOn }: RuleRow,
  now: number,
): Statement[] =>
  isOn && timed.includes(trigger)
    ? [planJob(tx, siteId, { kind: sweepKind, key: version, payload: { rule: id }, runAt: now }, now)]
    : [];

/** Plans what a rule waits for in the conversations that are open. What would have come already is let be. */
export const sweep: JobHandler = async (ctx, { siteId, payload }) => {
  const rule = await findRule(ctx, siteId, String(payload['rule']));
  if (!rule?.isOn || rule.minutes === null) return done;
  const { trigger, minutes } = rule;
  const now = ctx.clock.now();
  const rows = await listOpenSince(ctx, siteId, now - week, maxSwept);
  const jobs: NewJob[] = [];
  if (trigger === 'promise') jobs.push(...rows.flatMap((row) => promiseJob(row, minutes) ?? []));
  else {
    const ids = rows.map(({ id }) => id);
    const said = await lastSaidAt(ctx, siteId, ids);
    for (const row of rows) {
      const at = said.get(row.id);
      if (at === undefined || at + minutes * minute < now) continue;
      const message = await lastSaid(ctx, siteId, row.id);
      if (message) jobs.push(idleJob({ row, message, at }, minutes));
    }
  }
  const coming = jobs.filter(({ runAt }) => runAt >= now);
  return { kind: 'done', write: (tx) => coming.map((job) => planJob(tx, siteId, job, now)) };
};
