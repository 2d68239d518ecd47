import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { closedStates } from '../../../shared/callbacks/machine.ts';
import { batchSize, type Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { eachRow, isOneOf, pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import { countErased } from '../../core/people/privacy/writes/counts.ts';
import { callbackPlaces, callbacks, callbackSteps, openNumbers } from '../tables.ts';

const callbackTable = {
  kind: 'callbacks',
  table: callbacks,
  key: callbacks.id,
  of: ({ visitors, conversations = [] }: Person) =>
    or(isOneOf(callbacks.visitorId, visitors), isOneOf(callbacks.id, conversations)),
} as const;

/** Calls that were promised to a person, with their steps: deleted, and counted by how they ended. */
export const personalCallbacks: PersonalData = {
  ...personalTable(callbackTable),
  // A call that is still to be made keeps its conversation, wherever staff merged that to.
  ties: {
    conversation: sql`exists (select 1 from callbacks own where own.site_id = conversations.site_id and own.state not in ${[...closedStates]} and (own.id = conversations.id or own.id in (select merged.id from conversations merged where merged.site_id = conversations.site_id and merged.merged_into = conversations.id)))`,
  },
  async *export(ctx, person) {
    for await (const { siteId, ...row } of eachRow(ctx, callbackTable, person)) {
      const steps = await ctx.database.read
        .select({
          step: callbackSteps.step,
          state: callbackSteps.state,
          by: callbackSteps.actorKind,
          note: callbackSteps.note,
          at: callbackSteps.at,
        })
        .from(callbackSteps)
        .where(and(eq(callbackSteps.siteId, siteId), eq(callbackSteps.callbackId, row.id)))
        .orderBy(asc(callbackSteps.revision));
      yield {
        ...row,
        // What staff noted is the team's, as their notes in conversations are.
        steps: person.isSelf
          ? steps.map(({ note, ...step }) => (step.by === 'visitor' ? { ...step, note } : step))
          : steps,
      };
    }
  },
  async erase(ctx, person) {
    const { siteId } = person;
    const page = await pageOfRows(ctx, callbackTable, person, '', batchSize / 4);
    if (page.length === 0) return null;
    const ids = page.map(({ row }) => row.id);
    return {
      write: (tx) => [
        tx
          .delete(callbackSteps)
          .where(and(eq(callbackSteps.siteId, siteId), inArray(callbackSteps.callbackId, ids))),
        tx
          .delete(callbackPlaces)
          .where(and(eq(callbackPlaces.siteId, siteId), inArray(callbackPlaces.callbackId, ids))),
        tx
          .delete(openNumbers)
          .where(and(eq(openNumbers.siteId, siteId), inArray(openNumbers.callbackId, ids))),
        ...page.map(({ row }) => countErased(tx, siteId, `callback.${row.state}`, row.createdAt)),
        tx.delete(callbacks).where(and(eq(callbacks.siteId, siteId), inArray(callbacks.id, ids))),
      ],
    };
  },
};
