import type { z } from 'zod';
import type * as schema from '../../shared/mailboxes/schema.ts';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import type { ConnectedMailbox } from '../core/mail/connected/queries.ts';
import { type MailboxSecrets, readMailboxSecrets, sealSecrets } from '../core/mail/connected/secrets.ts';
import { withoutGrant } from '../core/mail/consent/token.ts';
import { checkServers } from './check.ts';

type Given = z.infer<typeof schema.changeMailbox>;

const knownSecrets = (ctx: Context, row: ConnectedMailbox): MailboxSecrets => {
  try {
    return readMailboxSecrets(ctx, row);
  } catch {
    // Sealed by another installation: nothing of it can be kept.
    return {};
  }
};

/**
 * A password that was typed for one server goes to no other: who may change settings could have it sent to a machine of
 * their own.
 * @throws Failure `invalid` with the field of the password that is to be typed anew
 */
const refuseMoved = (row: ConnectedMailbox, body: Given): void => {
  const { imap = row.imap, smtp = row.smtp, password, smtpPassword } = body;
  const isMoved = (one: ConnectedMailbox['imap'], other: ConnectedMailbox['imap']): boolean =>
    one.host !== other.host || one.port !== other.port || one.security !== other.security;
  const sharesLogin = smtp.user === '';
  const needsFirst =
    isMoved(imap, row.imap) || (sharesLogin && (isMoved(smtp, row.smtp) || row.smtp.user !== ''));
  const needsSecond = !sharesLogin && (isMoved(smtp, row.smtp) || row.smtp.user === '');
  if ((needsFirst && password === undefined) || (needsSecond && smtpPassword === undefined))
    throw new Failure('invalid', 'Type the password anew: it was for another server.', {
      fields: needsFirst && password === undefined ? { password: 'required' } : { smtpPassword: 'required' },
    });
};

const byPassword = (ctx: Context, row: ConnectedMailbox, body: Given): Partial<ConnectedMailbox> => {
  const { imap, smtp, password, smtpPassword, client, user } = body;
  if (client !== undefined || user !== undefined)
    throw new Failure('invalid', 'This mailbox has a password.', { fields: { client: 'not_allowed' } });
  checkServers(ctx, body);
  refuseMoved(row, body);
  return {
    ...(imap && { imap }),
    ...(smtp && { smtp }),
    ...((password !== undefined || smtpPassword !== undefined) && {
      secrets: sealSecrets(ctx, row.id, {
        ...knownSecrets(ctx, row),
        ...(password !== undefined && { password }),
        ...(smtpPassword !== undefined && { smtpPassword }),
      }),
    }),
  };
};

const byConsent = (ctx: Context, row: ConnectedMailbox, body: Given): Partial<ConnectedMailbox> => {
  const { imap, smtp, password, smtpPassword, client, user } = body;
  if ([imap, smtp, password, smtpPassword].some((one) => one !== undefined))
    throw new Failure('invalid', 'This mailbox is connected by consent: its servers are the provider’s.', {
      fields: { imap: 'not_allowed' },
    });
  const isOther =
    client !== undefined && (client.id !== row.client?.id || client.tenant !== row.client.tenant);
  if (isOther && client.secret === undefined)
    throw new Failure('invalid', 'Another client has another secret.', {
      fields: { 'client.secret': 'required' },
    });
  const known = knownSecrets(ctx, row);
  return {
    ...(user !== undefined && { imap: { ...row.imap, user: user || (body.address ?? row.address) } }),
    ...(client && {
      client: { id: client.id, tenant: client.tenant },
      secrets: sealSecrets(ctx, row.id, {
        // What was given to one client is of no use to another.
        ...(isOther ? withoutGrant(known) : known),
        ...(client.secret !== undefined && { clientSecret: client.secret }),
      }),
      // What is being asked for was begun with the other one.
      consentState: null,
      consent: null,
      tokenAfter: 0,
      tokenFailures: 0,
      ...(isOther && { account: null, grantedAt: null }),
    }),
  };
};

/** Changes of what a mailbox logs in with. @throws Failure `invalid` */
export const changedLogin = (ctx: Context, row: ConnectedMailbox, body: Given): Partial<ConnectedMailbox> =>
  row.login === 'password' ? byPassword(ctx, row, body) : byConsent(ctx, row, body);
