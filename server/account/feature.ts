import type { ServerFeature } from '../core/feature.ts';
import { accountJobs } from './mails.ts';
import { noticeJobKind, sendNotice } from './notices.ts';
import { mountAccount } from './routes.ts';

/** A member of staff's own account: password, second factor, sessions, alerts. */
export const account: ServerFeature = {
  name: 'account',
  mount: mountAccount,
  jobs: { ...accountJobs, [noticeJobKind]: sendNotice },
};
