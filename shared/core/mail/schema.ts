import { z } from 'zod';
import { id, instant } from '../fields.ts';

export const mailKinds = [
  'reply',
  'transcript',
  'confirm',
  'unclaimed',
  'mention',
  'reminder',
  'escalation',
  'report',
  'call',
  'comment',
  'news',
  'inbound',
] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * `unconfirmed`: waits until its reader has said that the address is theirs. `waiting` and `sending` are not yet accepted by a mail server; `unsent`: there is none; `failed`: refused for good;
 * `received` and `ignored` (a machine's own words) came in.
 */
export const mailState = z.enum([
  'unconfirmed',
  'waiting',
  'sending',
  'sent',
  'unsent',
  'failed',
  'bounced',
  'received',
  'ignored',
]);
export type MailState = z.infer<typeof mailState>;

/** A mail of a conversation, without its words and addresses. */
export const mail = z.object({
  id,
  kind: z.enum(mailKinds),
  /** With whom. */
  with: z.enum(['visitor', 'staff']),
  state: mailState,
  createdAt: instant,
  /** When its state last changed. */
  at: instant,
});
export type Mail = z.infer<typeof mail>;

export const mailList = z.object({ mails: z.array(mail) });
export type MailList = z.infer<typeof mailList>;
