import type { Done } from '../conversations/schema.ts';
import { route } from '../route.ts';
import type { JobList, RetriedJobs } from './schema.ts';

/** A site's waiting, failing and dead jobs: the newest hundred of each. For admins. */
export const listJobs = route<undefined, JobList>('GET', '/api/inbox/:site/jobs');
/** Tries a dead or waiting job again, now. */
export const retryJob = route<undefined, Done>('POST', '/api/inbox/:site/jobs/:job/retry');
/** Tries all dead jobs of a site again, now. */
export const retryDeadJobs = route<undefined, RetriedJobs>('POST', '/api/inbox/:site/jobs/retry');
