import type { ServerFeature } from '../core/feature.ts';
import { listConnected } from '../core/mail/connected/queries.ts';
import { processorOf } from '../core/people/retention/processing/processors.ts';
import { mountConsentPage } from './consentPage.tsx';
import { mountMailboxes } from './routes.ts';
import { runTest } from './test.ts';
import { mailboxJobs } from './tell.ts';
import { watchMailboxes } from './watch.ts';

/** Mailboxes that sites connect: support@, sales@, each read and sent by with its own login. */
export const mailboxes: ServerFeature = {
  name: 'mailboxes',
  mount: mountMailboxes,
  pages: mountConsentPage,
  jobs: { ...mailboxJobs, 'mailbox.test': runTest },
  watch: watchMailboxes,
  processors: async (ctx, { id }) =>
    (await listConnected(ctx, id)).flatMap(({ imap, smtp }) => [
      ...processorOf('smtp', `smtp://${smtp.host}`),
      ...processorOf('imap', `imap://${imap.host}`),
    ]),
};
