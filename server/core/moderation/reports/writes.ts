import { and, eq, gte } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../../db/database.ts';
import { moderationReports } from '../tables.ts';

/** Keeps a report, once a visitor; decisive: whether it's their first of the item. */
export const insertReport = (tx: Queries, report: typeof moderationReports.$inferInsert): Decisive =>
  decisive(tx.insert(moderationReports).values(report).onConflictDoNothing());

/** Takes a visitor's report back, when it came after a time; decisive. */
export const deleteReport = (
  tx: Queries,
  { siteId, subjectId, visitorId }: { siteId: string; subjectId: string; visitorId: string },
  since: number,
): Decisive =>
  decisive(
    tx
      .delete(moderationReports)
      .where(
        and(
          eq(moderationReports.siteId, siteId),
          eq(moderationReports.subjectId, subjectId),
          eq(moderationReports.visitorId, visitorId),
          gte(moderationReports.at, since),
        ),
      ),
  );

/** Forgets what was reported of an item: staff have looked, or it's no more. */
export const forgetReports = (tx: Queries, siteId: string, subjectId: string): Statement =>
  tx
    .delete(moderationReports)
    .where(and(eq(moderationReports.siteId, siteId), eq(moderationReports.subjectId, subjectId)));
