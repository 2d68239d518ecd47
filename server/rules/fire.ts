import { derivedId } from '../core/derivedId.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import { planJob } from '../core/jobs/queries.ts';
import { type CompiledRules, firedRules, type Known, reasonsOf, triggerKey } from './evaluate.ts';
import type { Happened } from './happened.ts';
import type { RuleRow, RunRow } from './queries.ts';
import { insertRun } from './writes.ts';

/** The kind of the jobs that do what rules say. */
export const runKind = 'rules.run';

/** Firings of all rules on one thing that happened, in the rules' order. */
export const firingsOf = (
  rules: CompiledRules<RuleRow>,
  { triggers, minutes, row, anchor }: Happened,
  known: Known,
  now: number,
): RunRow[] =>
  firedRules(
    rules,
    triggers.map((trigger) => triggerKey(trigger, minutes)),
    known,
  ).map((fired, position) => ({
    siteId: row.siteId,
    id: derivedId('rule run', row.siteId, fired.rule.id, anchor),
    ruleId: fired.rule.id,
    name: fired.rule.name,
    conversationId: row.id,
    visitorId: row.visitorId,
    anchor,
    trigger: fired.rule.trigger,
    position,
    why: reasonsOf(fired, known),
    actions: fired.rule.actions,
    state: 'waiting',
    before: null,
    count: 0,
    at: now,
  }));

/** The statements that keep firings, and plan that what they say is done: of the same thing twice, it's done once. */
export const writeFirings = (tx: Queries, runs: readonly RunRow[], now: number): Statement[] => {
  const byAnchor = new Map(runs.map((run) => [run.anchor, run]));
  return [
    ...runs.map((run) => insertRun(tx, run)),
    ...[...byAnchor.values()].map(({ siteId, anchor, conversationId }) =>
      planJob(
        tx,
        siteId,
        { kind: runKind, key: anchor, payload: { conversation: conversationId }, runAt: now },
        now,
      ),
    ),
  ];
};
