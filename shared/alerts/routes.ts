import type { z } from 'zod';
import { route } from '../core/route.ts';
import type { AlertChoices } from '../core/people/alertChoices.ts';
import type * as schema from './schema.ts';

type Of<Schema extends z.ZodType> = z.infer<Schema>;

/** The reader's own, on this site. */
export const getAlerts = route<undefined, schema.Alerts>('GET', '/api/inbox/:site/alerts');
export const putAlerts = route<AlertChoices, schema.Alerts>('PUT', '/api/inbox/:site/alerts');
/** The id is the browser's own. */
export const putPushDevice = route<Of<typeof schema.putDevice>, schema.Alerts>(
  'PUT',
  '/api/inbox/:site/alerts/devices/:device',
);
export const deletePushDevice = route<undefined, schema.Alerts>(
  'DELETE',
  '/api/inbox/:site/alerts/devices/:device',
);
