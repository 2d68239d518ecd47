import { z } from 'zod';
import { line } from '../fields.ts';

/** Ways in which a line to a mail server is kept from others. `none` only within a house. */
export const securities = ['tls', 'starttls', 'none'] as const;

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

/** What is wrong with a mailbox, in a word. */
export const mailFaults = [
  /** Name or password are not taken, or may not be used by programs. */
  'login',
  /** The consent was taken back or has run out. */
  'consent',
  /** The service that gives access asks for patience or is away. */
  'consent_away',
  'certificate',
  'not_found',
  'not_public',
  'unreachable',
  'timed_out',
  /** The folder is not there. */
  'folder',
  /** The mail server does not let it send as this address. */
  'sender',
  /** Something else was answered. */
  'other',
] as const;
export type MailFault = (typeof mailFaults)[number];

/** Where it logs in: with a password, or by consent. */
export const logins = ['password', 'google', 'microsoft'] as const;
export type MailLogin = (typeof logins)[number];

/** The outcome of a mail that a mailbox sends to itself. */
export interface MailboxTest {
  id: string;
  startedAt: number;
  endedAt: number | null;
  /** Each step's outcome; null before it is known. */
  sent: 'good' | MailFault | null;
  opened: 'good' | MailFault | null;
  arrived: 'good' | 'missing' | null;
}

/** Ports of mail servers; a machine of the house may have others. */
export const imapPorts: readonly number[] = [143, 993];
export const smtpPorts: readonly number[] = [25, 465, 587, 2525];
