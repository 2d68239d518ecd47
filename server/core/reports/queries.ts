import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { maxDetailLength, type Report, type ReportKind } from '../../../shared/core/reports/schema.ts';
import type { Context } from '../../context.ts';
import { widgetReports } from './tables.ts';

/** Days that reports are kept; with one row a kind and day, that bounds a site's rows. */
const keptDays = 30;

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** A detail without what could tell of a person or a page: addresses, e-mails, long numbers, secrets, controls. */
export const scrub = (detail: string): string =>
  detail
    // Terminal colours leave their brackets; the escape itself is gone.
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '[address]')
    .replace(/\S+@\S+/g, '[email]')
    .replace(/[\w-]{24,}/g, '[…]')
    .replace(/\+?\d[\d ().-]{5,}\d/g, '[number]')
    .slice(0, maxDetailLength)
    .toWellFormed();

export interface WidgetReport {
  kind: ReportKind;
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  count: number;
  lastDetail: string;
  lastOrigin: string | null;
  lastAt: number;
}

/** Counts a report into its day, and forgets what is older than a month. */
export const countReport = async (
  ctx: Context,
  siteId: string,
  { kind, detail }: Report,
  origin: string | null,
): Promise<void> => {
  const now = ctx.clock.now();
  const last = { lastDetail: scrub(detail), lastOrigin: origin, lastAt: now };
  await ctx.database.write((tx) => [
    tx
      .insert(widgetReports)
      .values({ siteId, kind, day: dayOf(now), count: 1, ...last })
      .onConflictDoUpdate({
        target: [widgetReports.siteId, widgetReports.day, widgetReports.kind],
        set: { count: sql`${widgetReports.count} + 1`, ...last },
      }),
    tx
      .delete(widgetReports)
      .where(
        and(eq(widgetReports.siteId, siteId), lt(widgetReports.day, dayOf(now - keptDays * 24 * 3_600_000))),
      ),
  ]);
};

/** A site's reports of the last month, the newest first. */
export const listReports = (ctx: Context, siteId: string): Promise<WidgetReport[]> =>
  ctx.database.read
    .select({
      kind: widgetReports.kind,
      day: widgetReports.day,
      count: widgetReports.count,
      lastDetail: widgetReports.lastDetail,
      lastOrigin: widgetReports.lastOrigin,
      lastAt: widgetReports.lastAt,
    })
    .from(widgetReports)
    .where(eq(widgetReports.siteId, siteId))
    .orderBy(desc(widgetReports.lastAt));
