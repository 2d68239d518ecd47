import { imapPorts, smtpPorts } from '../../../../shared/core/mail/mailServers.ts';
import type { Context } from '../../../context.ts';
import type { ImapAddress } from '../imapAddress.ts';
import type { SmtpAddress } from '../mailer.ts';
import { MailboxError } from './faults.ts';
import type { ConnectedMailbox } from './queries.ts';
import { type MailboxSecrets, readMailboxSecrets } from './secrets.ts';

/** The folder that mails arrive in, by the protocol's own name for it. */
export const inboxFolder = 'INBOX';

const secretsOf = (ctx: Context, mailbox: ConnectedMailbox): MailboxSecrets => {
  try {
    return readMailboxSecrets(ctx, mailbox);
  } catch (cause) {
    // Sealed by another installation, whose database this is: they have to be typed anew.
    throw new MailboxError('login', { cause });
  }
};

/** The name that a certificate is for; absent for a number, which is none. */
const nameOf = (host: string): { servername?: string } =>
  /^[\d.]+$|:/.test(host) ? {} : { servername: host };

/** The place where a mailbox is read, and the login there. @throws MailboxError, OutsideError */
export const imapOf = async (ctx: Context, mailbox: ConnectedMailbox): Promise<ImapAddress> => {
  const { host, port, security, user } = mailbox.imap;
  const { password } = secretsOf(ctx, mailbox);
  if (password === undefined) throw new MailboxError('login');
  return {
    host: await ctx.connector.addressOf(host, port, imapPorts),
    ...nameOf(host),
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth: { user, pass: password },
  };
};

/** The server that a mailbox sends by, and the login there. @throws MailboxError, OutsideError */
export const smtpOf = async (ctx: Context, mailbox: ConnectedMailbox): Promise<SmtpAddress> => {
  const { host, port, security, user } = mailbox.smtp;
  const { password, smtpPassword } = secretsOf(ctx, mailbox);
  const pass = user === '' ? password : smtpPassword;
  if (pass === undefined) throw new MailboxError('login');
  return {
    host: await ctx.connector.addressOf(host, port, smtpPorts),
    tls: nameOf(host),
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth: { user: user || mailbox.imap.user, pass },
  };
};
