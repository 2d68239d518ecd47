import type { Person } from '../core/people/privacy/person.ts';
import type { PersonalData } from '../core/people/privacy/personalData.ts';
import { isOneOf, pageOfRows, personalTable } from '../core/people/privacy/queries/rows.ts';
import { ruleRuns } from './tables.ts';
import { deleteRuns } from './writes.ts';

const runTable = {
  kind: 'conversations',
  table: ruleRuns,
  key: ruleRuns.id,
  of: ({ visitors }: Person) => isOneOf(ruleRuns.visitorId, visitors),
  without: ['before', 'anchor', 'position', 'count'],
} as const;

/** Deeds of rules in a person's conversations: they go with them. */
export const personalRuns: PersonalData = {
  ...personalTable(runTable),
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, runTable, person, '', 1);
    return page.length > 0 ? { write: (tx) => [deleteRuns(tx, person.siteId, person.visitors)] } : null;
  },
};
