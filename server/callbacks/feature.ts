import { callTraits } from './traits/queries.ts';
import { callbackSettings } from '../../shared/callbacks/settings.ts';
import { callbackFacts } from './facts.ts';
import type { ServerFeature } from '../core/feature.ts';
import { callbackJobs, planCallbacks } from './jobs.ts';
import { callbackMailJobs, planCallbackMails } from './mails.ts';
import { mountCallbackPages } from './pages.tsx';
import { mergeCallbacks } from './queries.ts';
import { mountCallbacks } from './routes.ts';
import { mountCallbacksForStaff } from './staffRoutes.ts';
import { callbackWebhooks } from './webhooks.ts';
import { personalCallbacks } from './personalData/queries.ts';
import { callTimeline } from './timeline/queries.ts';

/** Phone calls promised for a time. */
export const callbacks: ServerFeature = {
  name: 'callbacks',
  settings: [callbackSettings],
  mount(api) {
    mountCallbacks(api);
    mountCallbacksForStaff(api);
  },
  pages: mountCallbackPages,
  jobs: { ...callbackJobs, ...callbackMailJobs },
  planners: [planCallbacks, planCallbackMails],
  accountMergers: [mergeCallbacks],
  webhooks: callbackWebhooks,
  facts: callbackFacts,
  timeline: callTimeline,
  traits: callTraits,
  personalData: [personalCallbacks],
};
