import { reportSettings } from '../../shared/reports/settings.ts';
import type { ServerFeature } from '../core/feature.ts';
import { settleOnline } from '../core/people/staff/onlineHours.ts';
import { reportCommands } from './cli.ts';
import { fillJobs } from './fillJob.ts';
import { planReports, reportMailJobs } from './mail/jobs.ts';
import { mountStopPages } from './mail/stopPages.tsx';
import { recordFacts } from './recorder.ts';
import { rollUp } from './rollUp.ts';
import { mountSiteReports } from './routes.ts';

/** Reports: facts that stay, and the figures counted from them. */
export const reports: ServerFeature = {
  name: 'site reports',
  mount: mountSiteReports,
  settings: [reportSettings],
  recorders: [recordFacts],
  pages: mountStopPages,
  jobs: { ...fillJobs, ...reportMailJobs },
  // With what else is done every hour: who opens the reports need not wait for it.
  async prune(ctx, siteId) {
    const site = await ctx.sites.byId(siteId);
    if (!site) return;
    await settleOnline(ctx, site);
    await rollUp(ctx, site);
    await planReports(ctx, site);
  },
  cli: reportCommands,
};
