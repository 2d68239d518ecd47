import { inboxSettings } from '../../shared/inbox/settings.ts';
import type { ServerFeature } from '../core/feature.ts';
import { assignJobs, planRounds } from './assign/jobs.ts';
import { listCandidates } from './assign/queries.ts';
import { mountWork } from './assign/routes.ts';
import { indexMessages } from './indexMessages.ts';
import { mountInbox } from './routes.ts';
import { mountTools } from './toolRoutes.ts';
import { inboxJobs } from './wake.ts';

/** The list in which staff answer, and how conversations are given to them. */
export const inbox: ServerFeature = {
  name: 'inbox',
  settings: [inboxSettings],
  mount(api) {
    mountInbox(api);
    mountTools(api);
    mountWork(api);
  },
  jobs: { ...inboxJobs, ...assignJobs },
  planners: [planRounds],
  indexers: [indexMessages],
  hasRoom: async (ctx, siteId) =>
    (await listCandidates(ctx, siteId, ['ask', 'chat', 'nps'])).some(({ load, capacity }) => load < capacity),
};
