import type { ServerFeature } from '../core/feature.ts';
import { siteJobs } from './jobs.ts';
import { mountSites } from './routes.ts';

/** The making and ending of sites. */
export const sites: ServerFeature = {
  name: 'sites',
  mount: mountSites,
  jobs: siteJobs,
};
