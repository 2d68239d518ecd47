import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Person } from '../../../people/privacy/person.ts';
import type { PersonalData } from '../../../people/privacy/personalData.ts';
import { isOneOf, pageOfRows, personalTable } from '../../../people/privacy/queries/rows.ts';
import { originsByAge } from '../../../people/retention/queries/originsByAge.ts';
import type { AccountMerger } from '../../../people/visitors/accountMerger.ts';
import { moderationReports } from '../../tables.ts';

const reportTable = {
  kind: 'votes',
  table: moderationReports,
  key: sql<string>`${moderationReports.subjectId} || ' ' || ${moderationReports.visitorId}`,
  of: ({ visitors }: Person) => isOneOf(moderationReports.visitorId, visitors),
  without: ['origin', 'isTrusted'],
} as const;

/** A person's reports of what others wrote. */
export const personalReports: PersonalData = {
  ...personalTable(reportTable),
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, reportTable, person);
    if (page.length === 0) return null;
    const subjects = [...new Set(page.map(({ row }) => row.subjectId))];
    return {
      write: (tx) => [
        tx
          .delete(moderationReports)
          .where(
            and(
              eq(moderationReports.siteId, person.siteId),
              reportTable.of(person),
              inArray(moderationReports.subjectId, subjects),
            ),
          ),
      ],
    };
  },
};

/** See {@link AccountMerger}. What both reported is one report of the account's. */
export const mergeReports: AccountMerger = (tx, siteId, visitor, account) => {
  const reports = (id: string) =>
    and(eq(moderationReports.siteId, siteId), eq(moderationReports.visitorId, id));
  return [
    tx
      .delete(moderationReports)
      .where(
        and(
          reports(visitor),
          sql`${moderationReports.subjectId} in (select subject_id from moderation_reports own where own.site_id = ${siteId} and own.visitor_id = ${account})`,
        ),
      ),
    tx.update(moderationReports).set({ visitorId: account }).where(reports(visitor)),
  ];
};

/** Origins of old reports. */
export const reportOriginsByAge = originsByAge(moderationReports, moderationReports.subjectId, {
  table: 'moderation_reports',
  subject: 'subject_id',
});
