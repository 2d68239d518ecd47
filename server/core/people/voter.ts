import { createHmac } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { Site } from './sites/sites.ts';

/**
 * Tells addresses apart for one subject of one site (a question, an article); without the installation's secret it leads
 * nowhere, and to no other subject. Not the site's: that one is replaced now and then, and nobody votes twice for that.
 */
export const voterOf = (
  { secrets }: Pick<Context, 'secrets'>,
  site: Pick<Site, 'id'>,
  subject: string,
  address: string,
): string =>
  createHmac('sha256', secrets.signing)
    .update(`voter\n${site.id}\n${subject}\n${address}`)
    .digest('base64url')
    .slice(0, 16);
