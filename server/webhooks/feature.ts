import { processorOf } from '../core/people/retention/processing/processors.ts';
import { listEndpoints } from './queries.ts';
import type { ServerFeature } from '../core/feature.ts';
import { watchWebhooks } from './courier.ts';
import { webhookJobs } from './mails.ts';
import { mergeWebhooks, personalWebhooks } from './personalData/queries.ts';
import { recordWebhooks } from './recorder.ts';
import { mountWebhooks } from './routes.ts';
import { deliveriesByAge } from './retention/queries.ts';

/** Tells the owner's programs what happens, by Standard Webhooks 1.0. */
export const webhooks: ServerFeature = {
  name: 'webhooks',
  mount: mountWebhooks,
  recorders: [recordWebhooks],
  jobs: webhookJobs,
  watch: watchWebhooks,
  accountMergers: [mergeWebhooks],
  personalData: [personalWebhooks],
  processors: async (ctx, { id }) =>
    (await listEndpoints(ctx, id))
      .filter(({ state }) => state === 'on')
      .flatMap(({ url }) => processorOf('webhook', url)),
  retentions: [deliveriesByAge],
};
