import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { rulePrefix } from '../../shared/core/people/auditActions.ts';
import { newId } from '../../shared/core/ids.ts';
import { auditEntries } from '../core/people/staff/tables.ts';
import { mentions } from '../core/conversations/tables.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../core/db/database.ts';
import type { AccountMerger } from '../core/people/visitors/accountMerger.ts';
import type { MacroRow, RuleRow, RunRow } from './queries.ts';
import { macros, ruleRuns, rules } from './tables.ts';

export const saveRule = (tx: Queries, row: RuleRow): Statement => {
  const { siteId: _, id: __, position: ___, ...set } = row;
  return tx
    .insert(rules)
    .values(row)
    .onConflictDoUpdate({ target: [rules.siteId, rules.id], set });
};

export const deleteRule = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(rules).where(and(eq(rules.siteId, siteId), eq(rules.id, id)));

export const moveRule = (tx: Queries, siteId: string, id: string, position: number): Statement =>
  tx
    .update(rules)
    .set({ position })
    .where(and(eq(rules.siteId, siteId), eq(rules.id, id)));

/** The statement that keeps that a rule fired; twice is once. */
export const insertRun = (tx: Queries, row: RunRow): Statement =>
  tx.insert(ruleRuns).values(row).onConflictDoNothing();

const ofRun = ({ siteId, id }: RunRow) => and(eq(ruleRuns.siteId, siteId), eq(ruleRuns.id, id));

/** Says what became of a firing that waits: of two who do it at once, one does. */
export const settleRun = (
  tx: Queries,
  run: RunRow,
  set: Partial<Pick<RunRow, 'state' | 'before' | 'count'>>,
  limit?: { since: number; max: number },
): Decisive =>
  decisive(
    tx
      .update(ruleRuns)
      .set(set)
      .where(
        and(
          ofRun(run),
          eq(ruleRuns.state, 'waiting'),
          // Counted at the moment of the write: a site's commits come one after the other.
          limit &&
            sql`(select coalesce(sum(other.count), 0) from rule_runs other where other.site_id = ${run.siteId} and other.conversation_id = ${run.conversationId} and other.at > ${limit.since}) + ${set.count ?? 0} <= ${limit.max}`,
        ),
      ),
  );

/** Writes into the activity log that a rule did something, as what people do stands there. */
export const auditRule = (tx: Queries, run: RunRow, now: number): Statement =>
  tx.insert(auditEntries).values({
    siteId: run.siteId,
    id: newId(now),
    at: now,
    staffId: run.ruleId,
    action: `${rulePrefix}${run.name}`,
    conversationId: run.conversationId,
    tokenId: null,
  });

/** Says that a firing was taken back, once. */
export const settleUndo = (tx: Queries, run: RunRow): Decisive =>
  decisive(
    tx
      .update(ruleRuns)
      .set({ state: 'undone' })
      .where(and(ofRun(run), eq(ruleRuns.state, run.state))),
  );

/** Forgets firings that are older than the log of the rules is kept. */
export const pruneRuns = (tx: Queries, siteId: string, before: number): Statement =>
  tx.delete(ruleRuns).where(and(eq(ruleRuns.siteId, siteId), lt(ruleRuns.at, before)));

/** Says that somebody was told of a conversation, and has not looked yet. */
export const addMention = (
  tx: Queries,
  { siteId, conversationId }: RunRow,
  staffId: string,
  now: number,
): Statement =>
  tx
    .insert(mentions)
    .values({ siteId, staffId, conversationId, at: now, seen: false })
    .onConflictDoUpdate({
      target: [mentions.siteId, mentions.staffId, mentions.conversationId],
      set: { at: now, seen: false },
    });

export const saveMacro = (tx: Queries, row: MacroRow): Statement =>
  tx
    .insert(macros)
    .values(row)
    .onConflictDoUpdate({
      target: [macros.siteId, macros.id],
      set: { name: row.name, actions: row.actions, staffId: row.staffId, at: row.at },
    });

export const deleteMacro = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(macros).where(and(eq(macros.siteId, siteId), eq(macros.id, id)));

/** The statement that erases what rules did in the conversations of some visitors. */
export const deleteRuns = (tx: Queries, siteId: string, visitors: readonly string[]): Statement =>
  tx.delete(ruleRuns).where(and(eq(ruleRuns.siteId, siteId), inArray(ruleRuns.visitorId, [...visitors])));

/** Moves a visitor's firings to the account that they signed in to. */
export const mergeRuns: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .update(ruleRuns)
    .set({ visitorId: account })
    .where(and(eq(ruleRuns.siteId, siteId), eq(ruleRuns.visitorId, visitor))),
];
