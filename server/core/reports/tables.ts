import type { ReportKind } from '../../../shared/core/reports/schema.ts';
import { at, int, primaryKey, table, text } from '../db/columns.ts';

/** Faults in visitors' browsers, counted by day: no visitor, no address, no page. */
export const widgetReports = table(
  'widget_reports',
  {
    siteId: text('site_id').notNull(),
    kind: text('kind').$type<ReportKind>().notNull(),
    /** `YYYY-MM-DD`, UTC. */
    day: text('day').notNull(),
    count: int('count').notNull(),
    lastDetail: text('last_detail').notNull(),
    /** Origin of the page that reported last; null when it said none. */
    lastOrigin: text('last_origin'),
    lastAt: at('last_at').notNull(),
  },
  (report) => [primaryKey({ columns: [report.siteId, report.day, report.kind] })],
);
