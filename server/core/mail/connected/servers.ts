import { imapPorts, smtpPorts } from '../../../../shared/core/mail/mailServers.ts';
import type { Context } from '../../../context.ts';
import type { ImapAddress } from '../imapAddress.ts';
import type { SmtpAddress } from '../mailer.ts';
import { accessTokenOf, forgetToken } from '../consent/token.ts';
import { MailboxError, mailFaultOf } from './faults.ts';
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

const imapAuth = async (ctx: Context, mailbox: ConnectedMailbox): Promise<ImapAddress['auth']> => {
  const { user } = mailbox.imap;
  if (mailbox.login !== 'password') return { user, accessToken: await accessTokenOf(ctx, mailbox) };
  const { password } = secretsOf(ctx, mailbox);
  if (password === undefined) throw new MailboxError('login');
  return { user, pass: password };
};

const smtpAuth = async (ctx: Context, mailbox: ConnectedMailbox): Promise<SmtpAddress['auth']> => {
  const user = mailbox.smtp.user || mailbox.imap.user;
  if (mailbox.login !== 'password')
    return { type: 'OAuth2', user, accessToken: await accessTokenOf(ctx, mailbox) };
  const { password, smtpPassword } = secretsOf(ctx, mailbox);
  const pass = mailbox.smtp.user === '' ? password : smtpPassword;
  if (pass === undefined) throw new MailboxError('login');
  return { user, pass };
};

/** The place where a mailbox is read, and the login there. @throws MailboxError, OutsideError */
export const imapOf = async (ctx: Context, mailbox: ConnectedMailbox): Promise<ImapAddress> => {
  const { host, port, security } = mailbox.imap;
  const auth = await imapAuth(ctx, mailbox);
  return {
    host: await ctx.connector.addressOf(host, port, imapPorts),
    ...nameOf(host),
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth,
  };
};

/** The server that a mailbox sends by, and the login there. @throws MailboxError, OutsideError */
export const smtpOf = async (ctx: Context, mailbox: ConnectedMailbox): Promise<SmtpAddress> => {
  const { host, port, security } = mailbox.smtp;
  const auth = await smtpAuth(ctx, mailbox);
  return {
    host: await ctx.connector.addressOf(host, port, smtpPorts),
    tls: nameOf(host),
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth,
  };
};

/** Forgets the token that a mail server refused. @returns false where it was no token that was refused */
export const forgetRefused = async (
  ctx: Context,
  mailbox: ConnectedMailbox,
  { auth }: Pick<ImapAddress | SmtpAddress, 'auth'>,
  error: unknown,
): Promise<boolean> => {
  if (!('accessToken' in auth) || auth.accessToken === undefined || mailFaultOf(error) !== 'login')
    return false;
  await forgetToken(ctx, mailbox, auth.accessToken);
  return true;
};

/**
 * Connects with a mailbox's login and works; once more with a new token, where a server refuses the one that is there:
 * they end before their time when a password is changed, say.
 * @throws what keeps it from that
 */
export const withLogin = async <Address extends ImapAddress | SmtpAddress, Value>(
  ctx: Context,
  mailbox: ConnectedMailbox,
  connect: (ctx: Context, mailbox: ConnectedMailbox) => Promise<Address>,
  work: (address: Address) => Promise<Value>,
): Promise<Value> => {
  const address = await connect(ctx, mailbox);
  try {
    return await work(address);
  } catch (error) {
    if (!(await forgetRefused(ctx, mailbox, address, error))) throw error;
  }
  const anew = await connect(ctx, mailbox);
  try {
    return await work(anew);
  } catch (cause) {
    if (mailFaultOf(cause) !== 'login') throw cause;
    throw new MailboxError('consent_refused', { cause });
  }
};
