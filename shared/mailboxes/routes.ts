import type { z } from 'zod';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

type Of<Schema extends z.ZodType> = z.infer<Schema>;

const base = '/api/inbox/:site/mailboxes';

export const listMailboxes = route<undefined, schema.Mailboxes>('GET', base);
export const addMailbox = route<Of<typeof schema.addMailbox>, schema.Mailboxes>('POST', base);
export const changeMailbox = route<Of<typeof schema.changeMailbox>, schema.Mailboxes>(
  'PATCH',
  `${base}/:mailbox`,
);
export const deleteMailbox = route<undefined, schema.Mailboxes>('DELETE', `${base}/:mailbox`);
/** Sends an email from the mailbox to itself, and watches for it for a minute. */
export const testMailbox = route<Of<typeof schema.testMailbox>, schema.Mailboxes>(
  'POST',
  `${base}/:mailbox/test`,
);
/** Begins to ask for consent to a mailbox: the answer names the provider's page. */
export const askConsent = route<undefined, schema.ConsentPage>('POST', `${base}/:mailbox/consent`);

/** Where providers send the mailbox's owner back to. */
export const consentPath = '/mailboxes/consent';
