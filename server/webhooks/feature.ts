import type { ServerFeature } from '../core/feature.ts';
import { watchWebhooks } from './courier.ts';
import { webhookJobs } from './mails.ts';
import { mergeWebhooks, personalWebhooks } from './personalData/queries.ts';
import { recordWebhooks } from './recorder.ts';
import { mountWebhooks } from './routes.ts';
import { pruneDeliveries } from './writes.ts';

/** Deliveries and their attempts are kept so long, milliseconds. */
const keptFor = 30 * 24 * 3_600_000;

/** Tells the owner's programs what happens, by Standard Webhooks 1.0. */
export const webhooks: ServerFeature = {
  name: 'webhooks',
  mount: mountWebhooks,
  recorders: [recordWebhooks],
  jobs: webhookJobs,
  watch: watchWebhooks,
  accountMergers: [mergeWebhooks],
  personalData: [personalWebhooks],
  async prune(ctx, siteId) {
    await pruneDeliveries(ctx, siteId, ctx.clock.now() - keptFor);
  },
};
