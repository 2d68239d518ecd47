import type { z } from 'zod';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

type Of<Schema extends z.ZodType> = z.infer<Schema>;

const base = '/api/inbox/:site/webhooks';

export const getWebhooks = route<undefined, schema.Webhooks>('GET', base);
export const addEndpoint = route<Of<typeof schema.addEndpoint>, schema.Webhooks>('POST', base);
export const changeEndpoint = route<Of<typeof schema.changeEndpoint>, schema.Webhooks>(
  'PATCH',
  `${base}/:endpoint`,
);
export const deleteEndpoint = route<undefined, schema.Webhooks>('DELETE', `${base}/:endpoint`);
/** POST, because the secret is no thing to be kept by caches and histories. */
export const showEndpointSecret = route<undefined, Of<typeof schema.endpointSecret>>(
  'POST',
  `${base}/:endpoint/secret`,
);
export const rotateEndpointSecret = route<Of<typeof schema.rotateSecret>, Of<typeof schema.endpointSecret>>(
  'POST',
  `${base}/:endpoint/secret/rotate`,
);
export const testEndpoint = route<undefined, schema.DeliveryDetails>('POST', `${base}/:endpoint/test`);
export const listDeliveries = route<undefined, schema.Deliveries, Of<typeof schema.listQuery>>(
  'GET',
  `${base}/:endpoint/deliveries`,
);
export const getDelivery = route<undefined, schema.DeliveryDetails>(
  'GET',
  `${base}/:endpoint/deliveries/:delivery`,
);
export const resendDelivery = route<undefined, schema.DeliveryDetails>(
  'POST',
  `${base}/:endpoint/deliveries/:delivery/resend`,
);
/** Sends everything again that was given up. */
export const resendFailed = route<undefined, schema.Webhooks>('POST', `${base}/:endpoint/resend`);
