import { done } from '../../../shared/core/conversations/schema.ts';
import { postReport } from '../../../shared/core/reports/routes.ts';
import { report } from '../../../shared/core/reports/schema.ts';
import { type Api, mount } from '../http/mount.ts';
import { countReport } from './queries.ts';

/** Where browsers tell that something of ours failed on a page; the owner sees it, and so does `/metrics`. */
export const mountReports = (api: Api): void => {
  mount(
    api,
    postReport,
    {
      access: 'public',
      rate: 'report',
      body: report,
      reply: done,
      maxBytes: 2_048,
      operationId: 'reportWidgetProblem',
      summary: 'Report that the widget failed on a page, without personal data',
    },
    async ({ ctx, site, body, read }) => {
      ctx.metrics.widgetReports.inc({ kind: body.kind });
      await countReport(ctx, site.id, body, read('origin') ?? null);
      return { done: true as const };
    },
  );
};
