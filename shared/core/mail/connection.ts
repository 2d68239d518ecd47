import { z } from 'zod';
import { line } from '../fields.ts';
import { type logins, type mailFaults, securities } from './mailServers.ts';

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
