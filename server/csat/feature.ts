import { csatSettings } from '../../shared/csat/settings.ts';
import type { ServerFeature } from '../core/feature.ts';
import { csatJobs, planRequests } from './ask.ts';
import { mountRatingPages } from './pages.tsx';

/** Asking for a rating after a conversation: by email, where the visitor isn't in the widget any more. */
export const csat: ServerFeature = {
  name: 'csat',
  settings: [csatSettings],
  planners: [planRequests],
  jobs: csatJobs,
  pages: mountRatingPages,
};
