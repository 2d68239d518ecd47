import type { Context } from '../../context.ts';
import { took } from '../http/limits.ts';
import type { Site } from '../people/sites/sites.ts';

/** New conversations a site takes straight into the inbox; what comes faster is held for review, never lost. */
const unheldRate = { perMinute: 12, burst: 60 };

/** True when the site gets more new conversations than people could read; takes one place otherwise. */
export const isFlooded = ({ limiter }: Pick<Context, 'limiter'>, site: Site): boolean =>
  !took(limiter, 'unheld', site.id, unheldRate);
