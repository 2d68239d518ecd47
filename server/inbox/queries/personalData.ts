import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { isOfOwn } from '../../core/conversations/queries/personalData.ts';
import type { Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import { assignments, drafts, savedSearches } from '../tables.ts';
import { likeLiteral } from '../../core/db/like.ts';

const draftTable = {
  kind: 'drafts',
  table: drafts,
  key: sql<string>`${drafts.conversationId} || ' ' || ${drafts.staffId}`,
  of: (person: Person) => and(isOfOwn(drafts.conversationId, person), person.isSelf ? sql`1 = 0` : undefined),
} as const;

const assignmentTable = {
  kind: 'drafts',
  table: assignments,
  key: sql<string>`${assignments.conversationId} || ' ' || ${assignments.staffId}`,
  of: (person: Person) => isOfOwn(assignments.conversationId, person),
} as const;

const searchTable = {
  kind: 'drafts',
  table: savedSearches,
  key: savedSearches.id,
  of: ({ emails, typed }: Person) =>
    or(
      sql`1 = 0`,
      ...[...emails, ...typed].flatMap((email) => {
        const pattern = `%${likeLiteral(email)}%`;
        return [
          sql`lower(${savedSearches.query}) like ${pattern} escape '\\'`,
          sql`lower(${savedSearches.name}) like ${pattern} escape '\\'`,
        ];
      }),
    ),
} as const;

/**
 * Drafts of staff to a person; and, with nothing to export of it, assignments of their conversations and staff's saved
 * searches for their address.
 */
export const personalDrafts: PersonalData = {
  ...personalTable(draftTable),
  async erase(ctx, given) {
    const person = { ...given, isSelf: false };
    const { siteId } = person;
    const written = await pageOfRows(ctx, draftTable, person);
    const assigned = await pageOfRows(ctx, assignmentTable, person);
    const saved = await pageOfRows(ctx, searchTable, person);
    if (written.length + assigned.length + saved.length === 0) return null;
    const of = (rows: { row: { conversationId: string } }[]) => rows.map(({ row }) => row.conversationId);
    return {
      write: (tx) => [
        tx
          .delete(drafts)
          .where(and(eq(drafts.siteId, siteId), inArray(drafts.conversationId, ['', ...of(written)]))),
        tx
          .delete(assignments)
          .where(
            and(eq(assignments.siteId, siteId), inArray(assignments.conversationId, ['', ...of(assigned)])),
          ),
        tx
          .delete(savedSearches)
          .where(
            and(
              eq(savedSearches.siteId, siteId),
              inArray(savedSearches.id, ['', ...saved.map(({ row }) => row.id)]),
            ),
          ),
      ],
    };
  },
};
