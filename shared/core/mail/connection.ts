import { z } from 'zod';
import { id, instant, line } from '../fields.ts';
import { dkimStates, dmarcStates, type logins, mailFaults, securities, spfStates } from './mailServers.ts';

/** A mail server and who logs in there. */
export const mailServer = z.strictObject({
  host: z
    .string()
    .min(1)
    .max(253)
    // A name or an address: no port, no path, no brackets.
    .regex(/^[a-z0-9](?:[a-z0-9.:-]*[a-z0-9])?$/i),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(securities),
  /** Empty where the outgoing server takes the incoming one's login. */
  user: line(254),
});
export type MailServer = z.infer<typeof mailServer>;

export type MailFault = (typeof mailFaults)[number];

export type MailLogin = (typeof logins)[number];

const fault = z.enum(mailFaults);

/** The outcome of a mail that a mailbox sends to itself, step by step; each is null before it is known. */
export const mailboxTest = z.object({
  id,
  startedAt: instant,
  endedAt: instant.nullable(),
  sent: z.union([z.literal('good'), fault]).nullable(),
  opened: z.union([z.literal('good'), fault]).nullable(),
  arrived: z.enum(['good', 'missing']).nullable(),
  /** Servers that may send for the domain (SPF, RFC 7208). */
  spf: z.enum(spfStates).nullable(),
  /** The signature of what was sent (DKIM, RFC 6376). */
  dkim: z.enum(dkimStates).nullable(),
  /** The policy for mails that only claim to be from the domain (DMARC, RFC 7489). */
  dmarc: z.enum(dmarcStates).nullable(),
  /** The name of the key that signs. */
  selector: z.string().nullable(),
});
export type MailboxTest = z.infer<typeof mailboxTest>;
