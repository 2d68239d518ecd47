import type { Done } from '../conversations/schema.ts';
import { route } from '../route.ts';
import type { JobList, RetriedJobs } from './schema.ts';

/** What waits, fails or died of a site's mails, reminders and escalations: the newest hundred of each. For admins. */
export const listJobs = route<undefined, JobList>('GET', '/api/inbox/:site/jobs');
/** Tries a dead or waiting job again, now. */
export const retryJob = route<undefined, Done>('POST', '/api/inbox/:site/jobs/:job/retry');
/** Tries all dead jobs of a site again, now. */
export const retryDeadJobs = route<undefined, RetriedJobs>('POST', '/api/inbox/:site/jobs/retry');
