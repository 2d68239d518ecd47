import { z } from 'zod';
import { id, instant } from '../fields.ts';
import { mailGroups, type MailState, mailStates } from './states.ts';

export type { MailState };

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
  'answer',
  'news',
  'figures',
  'check',
  'trend',
  'segment',
  'idea',
  'inbound',
  'rating',
  'acknowledgement',
  'forward',
  'sign_in',
] as const;
export type MailKind = (typeof mailKinds)[number];

export const mailState = z.enum(mailStates);

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

/** Why a mail that came in became no message. */
export const setAsideReason = z.enum([
  /** A machine answered by itself, or sent a receipt. */
  'automatic',
  /** A mail of ours came back. */
  'bounced',
  /** It answers no mail of ours that can be answered. */
  'unknown',
  /** Its sender is blocked. */
  'blocked',
  /** Nothing was written in it. */
  'empty',
  /** It could not be read, or only at too great an expense. */
  'unreadable',
  'too_large',
  /** It has the Message-ID of an earlier one, and says something else. */
  'reused',
  /** Its writer was erased; nothing of it was read or kept. */
  'erased',
  /** It had files, which a public answer takes none of; its words were taken, if there were any. */
  'files',
  /** The public question that it answers takes no more answers. */
  'closed',
  /** It answers something public, and can't be posted there: too long, repeated, or in words that aren't taken. */
  'not_taken',
]);
export type SetAsideReason = z.infer<typeof setAsideReason>;

/** A mail that came in and became no message. */
export const setAsideMail = z.object({
  id,
  reason: setAsideReason,
  /** As the mail says; empty when it does not. */
  address: z.string(),
  subject: z.string(),
  /** Its first words, plain text. */
  excerpt: z.string(),
  conversation: id.nullable(),
  at: instant,
});
export type SetAsideMail = z.infer<typeof setAsideMail>;

export const setAsideList = z.object({ mails: z.array(setAsideMail) });
export type SetAsideList = z.infer<typeof setAsideList>;

export const mailList = z.object({ mails: z.array(mail) });
export type MailList = z.infer<typeof mailList>;

export const mailLogQuery = z.object({
  group: z.enum(mailGroups).optional(),
  /** Id of the last one that is there already. */
  before: id.optional(),
});
export type MailLogQuery = z.infer<typeof mailLogQuery>;

/** A mail of a site's log. */
export const loggedMail = mail.extend({
  /** The other side. */
  address: z.string(),
  conversation: id,
  /** Its waiting or failed job; null for none. */
  job: z
    .object({
      state: z.enum(['waiting', 'running', 'dead']),
      attempts: z.number().int(),
      /** When it is tried next, or was given up. */
      at: instant,
      /** Why the last try failed. */
      lastError: z.string().nullable(),
    })
    .nullable(),
});
export type LoggedMail = z.infer<typeof loggedMail>;

export const mailLog = z.object({ mails: z.array(loggedMail), more: z.boolean() });
export type MailLog = z.infer<typeof mailLog>;

/** Whether the pictures of a mail that lie elsewhere may be loaded: whoever keeps them then learns that it's read. */
export const originalQuery = z.strictObject({ images: z.literal('on').optional() });
export type OriginalQuery = z.input<typeof originalQuery>;
