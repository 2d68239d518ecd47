import type { ServerFeature } from '../core/feature.ts';
import { processorOf } from '../core/people/retention/processing/processors.ts';
import { listPushEndpoints } from './queries.ts';
import { planPushes, pushJobs } from './pushes.ts';
import { mountAlerts } from './routes.ts';

/** Push messages to the devices of staff. */
export const alerts: ServerFeature = {
  name: 'alerts',
  mount: mountAlerts,
  jobs: pushJobs,
  planners: [planPushes],
  processors: async (ctx, { id }) =>
    (await listPushEndpoints(ctx, id)).flatMap((endpoint) => processorOf('push', endpoint)),
};
