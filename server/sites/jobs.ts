import type { JobHandler } from '../core/jobs/handlers.ts';
import { findDeletedAt } from './queries.ts';
import { purgeKind } from '../core/people/sites/sites.ts';
import { purgeSite } from './writes.ts';

/** Deletes a site for good, unless its deletion was undone, or made again since. */
const purge: JobHandler = async (ctx, { siteId, payload }) => {
  if ((await findDeletedAt(ctx, siteId)) === payload['deletedAt']) {
    await purgeSite(ctx, siteId);
    ctx.log.info({ site: siteId }, 'a site was deleted for good');
  }
  return { kind: 'done' };
};

export const siteJobs = { [purgeKind]: purge };
