import type { z } from 'zod';
import type { Done } from '../core/conversations/schema.ts';
import type { Rotation, SiteSecret, TokenReport } from '../core/people/siteSecret.ts';
import { route } from '../core/route.ts';
import type * as schema from './developerSchema.ts';

/* Who asks for the site's secret shows again that it's they. In bodies only, so that no address and no log has any of it. */
export const postSecret = route<z.infer<typeof schema.readSecret>, SiteSecret>(
  'POST',
  '/api/console/:site/secret',
);
export const postRotation = route<Rotation, SiteSecret>('POST', '/api/console/:site/secret/rotate');
export const postTokenCheck = route<z.infer<typeof schema.checkToken>, TokenReport>(
  'POST',
  '/api/console/:site/secret/check',
);

export const listApiTokens = route<undefined, schema.ApiTokens>('GET', '/api/console/:site/tokens');
export const postApiToken = route<schema.NewApiToken, schema.MadeApiToken>(
  'POST',
  '/api/console/:site/tokens',
);
export const deleteApiToken = route<undefined, Done>('DELETE', '/api/console/:site/tokens/:token');
