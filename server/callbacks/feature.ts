import { callbackSettings } from '../../shared/callbacks/settings.ts';
import type { ServerFeature } from '../core/feature.ts';
import { callJobs, planCalls } from './jobs.ts';
import { callMailJobs, planCallMails } from './mails.ts';
import { mountCallPages } from './pages.tsx';
import { moveCallbacks } from './queries.ts';
import { mountCallbacks } from './routes.ts';
import { mountCallbacksForStaff } from './staffRoutes.ts';

/** Phone calls promised for a time. */
export const callbacks: ServerFeature = {
  name: 'callbacks',
  settings: [callbackSettings],
  mount(api) {
    mountCallbacks(api);
    mountCallbacksForStaff(api);
  },
  pages: mountCallPages,
  jobs: { ...callJobs, ...callMailJobs },
  planners: [planCalls, planCallMails],
  accountMergers: [moveCallbacks],
};
