import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Context } from '../../../context.ts';
import type { Origin } from '../voice.ts';
import { moderationReports } from '../tables.ts';

type Db = Pick<Context, 'database'>;

/** Whether readers reported an item, for a query of its table. */
export const isReported = (siteId: string, subject: SQLiteColumn): SQL =>
  sql`${subject} in (select report.subject_id from moderation_reports report where report.site_id = ${siteId})`;

/** Lists the origins of an item's reports. */
export const listReportOrigins = (
  ctx: Db,
  siteId: string,
  subject: string,
): Promise<(Origin & { visitorId: string })[]> =>
  ctx.database.read
    .select({
      visitorId: moderationReports.visitorId,
      origin: moderationReports.origin,
      isTrusted: moderationReports.isTrusted,
    })
    .from(moderationReports)
    .where(and(eq(moderationReports.siteId, siteId), eq(moderationReports.subjectId, subject)))
    .limit(1_000);

/** Counts the reports of some items. */
export const countReports = async (
  ctx: Db,
  siteId: string,
  subjects: readonly string[],
): Promise<Map<string, number>> => {
  if (subjects.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({ id: moderationReports.subjectId, reports: sql<number>`count(*)`.mapWith(Number) })
    .from(moderationReports)
    .where(and(eq(moderationReports.siteId, siteId), inArray(moderationReports.subjectId, [...subjects])))
    .groupBy(moderationReports.subjectId);
  return new Map(rows.map(({ id, reports }) => [id, reports]));
};

/** Reasons that are shown of one item. */
const maxReasons = 5;

/** Lists the reasons given in reports, by item, the newest first. */
export const listReportReasons = async (
  ctx: Db,
  siteId: string,
  subjects: readonly string[],
): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  if (subjects.length === 0) return found;
  const rows = await ctx.database.read
    .select({ id: moderationReports.subjectId, reason: moderationReports.reason })
    .from(moderationReports)
    .where(
      and(
        eq(moderationReports.siteId, siteId),
        inArray(moderationReports.subjectId, [...subjects]),
        ne(moderationReports.reason, ''),
      ),
    )
    .orderBy(desc(moderationReports.at), moderationReports.visitorId)
    .limit(1_000);
  for (const { id, reason } of rows) {
    const reasons = found.get(id) ?? [];
    if (reasons.length < maxReasons) found.set(id, [...reasons, reason]);
  }
  return found;
};

/** The reports of some items as the queue shows them. */
export const reportsOf = async (
  ctx: Db,
  siteId: string,
  subjects: readonly string[],
): Promise<(id: string) => { reports: number; reportReasons: string[] }> => {
  const counts = await countReports(ctx, siteId, subjects);
  const reasons = await listReportReasons(ctx, siteId, subjects);
  return (id) => ({ reports: counts.get(id) ?? 0, reportReasons: reasons.get(id) ?? [] });
};

/** True for a visitor who reported an item. */
export const hasReported = async (
  ctx: Db,
  siteId: string,
  subject: string,
  visitorId: string,
): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ at: moderationReports.at })
    .from(moderationReports)
    .where(
      and(
        eq(moderationReports.siteId, siteId),
        eq(moderationReports.subjectId, subject),
        eq(moderationReports.visitorId, visitorId),
      ),
    )
    .limit(1);
  return row !== undefined;
};
