import type { Api } from '../core/http/mount.ts';
import { mountDeliveries, mountSendingAgain } from './deliveryRoutes.ts';
import { mountEndpointChanges, mountEndpoints } from './endpointRoutes.ts';
import { mountSecrets } from './secretRoutes.ts';

/** Owners' routes of webhooks. */
export const mountWebhooks = (api: Api): void => {
  mountEndpoints(api);
  mountEndpointChanges(api);
  mountSecrets(api);
  mountDeliveries(api);
  mountSendingAgain(api);
};
