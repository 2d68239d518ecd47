import { isAtLeast } from '../../shared/core/people/roles.ts';
import * as contract from '../../shared/reports/routes.ts';
import * as schema from '../../shared/reports/schema.ts';
import { type Api, type Call, mount, mountFile } from '../core/http/mount.ts';
import { exportFacts } from './factExport.ts';
import { makeInsights } from './insights.ts';
import { type Asker, makeSiteReport } from './report.ts';
import { reportRows } from '../../shared/reports/schema.ts';
import { tableOfReport } from './reportTable.ts';
import { listReportFacts } from './rows.ts';

const forStaff = { access: 'staff', rate: 'staff', scope: 'reports:read' } as const;

/** Everybody sees their own figures; admins see those of others, unless the site hides them. */
const askerOf = ({
  site,
  session,
  role,
}: Pick<Call<'staff', unknown, unknown>, 'site' | 'session' | 'role'>): Asker => ({
  staffId: session.staff.id,
  seesPeople: isAtLeast(role, 'admin') && site.settings.reports.showPeople,
});

/** Staff routes of reports. */
export const mountSiteReports = (api: Api): void => {
  mount(
    api,
    contract.getSiteReport,
    {
      ...forStaff,
      query: schema.reportQuery,
      reply: schema.siteReport,
      operationId: 'getSiteReport',
      summary: 'Get the figures of a period, compared with the period before',
    },
    async (call) => makeSiteReport(call.ctx, call.site, call.query, askerOf(call)),
  );

  mount(
    api,
    contract.getReportInsights,
    {
      ...forStaff,
      query: schema.reportQuery,
      reply: schema.reportInsights,
      operationId: 'getReportInsights',
      summary: 'List what was searched for in vain, how articles and prompts did, and new topics of a period',
    },
    async (call) => makeInsights(call.ctx, call.site, call.query),
  );

  mountFile(
    api,
    contract.exportSiteReport,
    {
      ...forStaff,
      query: schema.reportQuery,
      operationId: 'exportSiteReport',
      summary: 'Export the figures of a period for a spreadsheet',
    },
    async (call) => {
      const { headers, query } = call;
      const report = await makeSiteReport(call.ctx, call.site, query, askerOf(call));
      headers.set('content-type', 'text/csv; charset=utf-8');
      headers.set('content-disposition', `attachment; filename="report-${query.from}-${query.until}.csv"`);
      return new Response(tableOfReport(report), { headers: headers.toInit() });
    },
  );

  mountFile(
    api,
    contract.exportFacts,
    {
      ...forStaff,
      query: schema.factsQuery,
      operationId: 'exportFacts',
      summary: 'Export the facts that reports count, as JSON lines or CSV',
    },
    async (call) => {
      const { headers, query, site } = call;
      const body = exportFacts(call.ctx, site, query, askerOf(call));
      const name = `facts-${query.from}-${query.until}.${query.format}`;
      headers.set(
        'content-type',
        `${query.format === 'csv' ? 'text/csv' : 'application/jsonl'}; charset=utf-8`,
      );
      headers.set('content-disposition', `attachment; filename="${name}"`);
      return new Response(body, { headers: headers.toInit() });
    },
  );

  mount(
    api,
    contract.listReportRows,
    {
      ...forStaff,
      query: schema.rowsQuery,
      reply: reportRows,
      operationId: 'listReportRows',
      summary: 'List what a figure of a report counts, newest first',
    },
    async (call) => listReportFacts(call.ctx, call.site, call.query, askerOf(call)),
  );
};
