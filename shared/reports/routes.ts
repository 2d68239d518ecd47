import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

/** Everything that the reports show of a period. */
export const getSiteReport = route<undefined, schema.SiteReport, schema.ReportQuery>(
  'GET',
  '/api/inbox/:site/reports',
);
/** Lists of a period that say what to do. */
export const getReportInsights = route<undefined, schema.ReportInsights, schema.ReportQuery>(
  'GET',
  '/api/inbox/:site/reports/insights',
);
/** The same as a table for a spreadsheet. */
export const exportSiteReport = route<undefined, undefined, schema.ReportQuery>(
  'GET',
  '/api/inbox/:site/reports/export',
);
/** The facts of some days, for the owner's own tools. */
export const exportFacts = route<undefined, undefined, schema.FactsQuery>(
  'GET',
  '/api/inbox/:site/reports/facts',
);
/** Lists the facts a number counts, the newest first. */
export const listReportRows = route<undefined, schema.ReportRows, schema.RowsQuery>(
  'GET',
  '/api/inbox/:site/reports/rows',
);
