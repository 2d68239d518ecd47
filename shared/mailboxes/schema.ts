import { z } from 'zod';
import { email, id, instant, language, line, prose } from '../core/fields.ts';
import { maxSignature } from '../core/mail/addressLimits.ts';
import { mailboxTest, mailServer } from '../core/mail/connection.ts';
import { logins, mailFaults } from '../core/mail/mailServers.ts';
import { maxAcknowledgement } from './limits.ts';

const fault = z.enum(mailFaults);
/** As a mail server takes it: bounded, and one line. */
const password = line(1_000).min(1);

const fields = {
  address: email.meta({ examples: ['support@example.com'] }),
  /** Stands beside the address in mails; empty for the site's name. */
  name: line(80),
  /** The team that its conversations go to; null for none. */
  team: id.nullable(),
  /** The language of its conversations; empty for the site's main one. */
  language: z.union([language, z.literal('')]),
  /** Stands under each reply; empty for nothing. */
  signature: prose(maxSignature),
  /** Whether who writes is told that it arrived, once a day. */
  acknowledges: z.boolean(),
  /** The words of that; empty for Foyer's. */
  acknowledgement: prose(maxAcknowledgement),
  imap: mailServer.meta({
    examples: [{ host: 'imap.example.com', port: 993, security: 'tls', user: 'support@example.com' }],
  }),
  /** With an empty user, the login is the incoming server's. */
  smtp: mailServer.meta({
    examples: [{ host: 'smtp.example.com', port: 465, security: 'tls', user: '' }],
  }),
};

const clientId = line(255).min(1);
const clientSecret = line(1_000).min(1);
/** The organisation at Microsoft: its id or one of its domains; empty for any. */
const tenant = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)?$/i);
/** The name that logs in, where that is not the mailbox's own address. */
const user = line(254);

/** By its servers and a password, or by consent: then the servers are the provider's. */
export const addMailbox = z.strictObject({
  id,
  ...fields,
  login: z.enum(logins).optional(),
  /** With `password`. */
  imap: fields.imap.optional(),
  smtp: fields.smtp.optional(),
  password: password.optional(),
  /** The outgoing server's, where it has a user of its own. */
  smtpPassword: password.optional(),
  /** With `google` and `microsoft`: the client that you made there. */
  client: z
    .strictObject({ id: clientId, secret: clientSecret, tenant })
    .meta({ examples: [{ id: '1234.apps.googleusercontent.com', secret: 'GOCSPX-…', tenant: '' }] })
    .optional(),
  user: user.optional(),
});
export const changeMailbox = z.strictObject({
  ...z.strictObject(fields).partial().shape,
  /** Typed anew; absent for the one that is there. */
  password: password.optional(),
  smtpPassword: password.optional(),
  /** The secret typed anew; absent for the one that is there. */
  client: z.strictObject({ id: clientId, secret: clientSecret.optional(), tenant }).optional(),
  user: user.optional(),
  paused: z.boolean().optional(),
});

export const testMailbox = z.strictObject({
  /** Sent again with the same, it is one test. */
  id,
  /** The name of the key that signs its emails, where the owner knows it. */
  selector: z
    .string()
    .max(63)
    .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i)
    .optional(),
});

export const mailbox = z.object({
  id,
  ...fields,
  login: z.enum(logins),
  /** The client at the provider; null with a password. */
  client: z.object({ id: z.string(), tenant: z.string() }).nullable(),
  /** The account that consented, where the provider said it, and when; null before. */
  account: z.string().nullable(),
  grantedAt: instant.nullable(),
  paused: z.boolean(),
  /** The last time that everything in it had been looked at; null before the first time. */
  readAt: instant.nullable(),
  /** The fault that keeps it from being read, and since when. */
  fault: fault.nullable(),
  faultSince: instant.nullable(),
  /** The fault that kept the last email from being sent, and since when. */
  sendFault: fault.nullable(),
  sendFaultSince: instant.nullable(),
  /** The last test; null before the first. */
  test: mailboxTest.nullable(),
  createdAt: instant,
});
export type Mailbox = z.infer<typeof mailbox>;

export const mailboxes = z.object({
  mailboxes: z.array(mailbox),
  /** Whether owners can be told by the installation's own mail server when one fails. */
  canTell: z.boolean(),
  /** The address that providers send back to after a consent: it is entered there. */
  redirect: z.string(),
});
export type Mailboxes = z.infer<typeof mailboxes>;

/** The provider's page on which the mailbox's owner consents, once and within ten minutes, in this browser. */
export const consentPage = z.object({ url: z.string() });
export type ConsentPage = z.infer<typeof consentPage>;
