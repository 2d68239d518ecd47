import type { MailboxTest } from '../../shared/core/mail/connection.ts';
import type { ConnectedMailbox } from '../core/mail/connected/queries.ts';

export const newTest = (id: string, selector: string | null, now: number): MailboxTest => ({
  id,
  startedAt: now,
  endedAt: null,
  sent: null,
  opened: null,
  arrived: null,
  spf: null,
  dkim: null,
  dmarc: null,
  selector,
});

/** The part of a test's Message-ID that nobody else's has. */
const markOf = (id: string): string => `mailbox-test.${id}@`;

/** The Message-ID of a test's mail, by which it is known when it arrives. */
export const messageIdOfTest = (id: string, address: string): string =>
  `<${markOf(id)}${address.slice(address.lastIndexOf('@') + 1)}>`;

/** Bytes of a mail in which its Message-ID stands. */
const maxHead = 50_000;

/** True for the mail of a mailbox's last test. */
export const isTestMail = (mailbox: Pick<ConnectedMailbox, 'test'> | null, raw: Buffer): boolean =>
  mailbox?.test !== undefined &&
  mailbox.test !== null &&
  raw.toString('latin1', 0, maxHead).includes(markOf(mailbox.test.id));
