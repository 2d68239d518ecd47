import type { z } from 'zod';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

export const listTrends = route<undefined, schema.TrendList>('GET', '/api/inbox/:site/trends');
/** Says that a trend is no problem, or takes that back. */
export const putTrendQuiet = route<z.infer<typeof schema.quietBody>, schema.TrendList>(
  'PUT',
  '/api/inbox/:site/trends/:trend/quiet',
);
/** Opens an incident of a trend: its people follow it. */
export const openTrendIncident = route<z.infer<typeof schema.incidentBody>, schema.TrendList>(
  'POST',
  '/api/inbox/:site/trends/:trend/incident',
);
