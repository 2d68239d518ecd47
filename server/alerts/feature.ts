import type { ServerFeature } from '../core/feature.ts';
import { planPushes, pushJobs } from './pushes.ts';
import { mountAlerts } from './routes.ts';

/** Push messages to the devices of staff. */
export const alerts: ServerFeature = {
  name: 'alerts',
  mount: mountAlerts,
  jobs: pushJobs,
  planners: [planPushes],
};
