/**
 * `unconfirmed`: waits until its reader has said that the address is theirs. `waiting` and `sending` are not yet accepted
 * by a mail server; `unsent`: there is none; `failed`: refused for good; `received` and `ignored` (a machine's own words)
 * came in.
 */
export const mailStates = [
  'unconfirmed',
  'waiting',
  'sending',
  'sent',
  'unsent',
  'failed',
  'bounced',
  'received',
  'ignored',
] as const;
export type MailState = (typeof mailStates)[number];

/** Groups of the log of emails. */
export const mailGroups = ['all', 'sent', 'waiting', 'failed', 'received'] as const;
export type MailGroup = (typeof mailGroups)[number];

/** States of each group. */
export const statesOf: Readonly<Record<MailGroup, readonly MailState[]>> = {
  all: mailStates,
  sent: ['sent'],
  waiting: ['unconfirmed', 'waiting', 'sending'],
  failed: ['unsent', 'failed', 'bounced'],
  received: ['received', 'ignored'],
};

/** Kinds of mail that are about no conversation: a reply would come to nobody, and there's none to open. */
export const readOnPage: readonly string[] = [
  'comment',
  'answer',
  'news',
  'figures',
  'check',
  'trend',
  'segment',
  'idea',
];
