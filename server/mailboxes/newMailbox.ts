import type { z } from 'zod';
import type * as schema from '../../shared/mailboxes/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { Context } from '../context.ts';
import { writtenEmail } from '../core/emailAddress.ts';
import { Failure } from '../core/http/failure.ts';
import type { ConnectedMailbox } from '../core/mail/connected/queries.ts';
import { type MailboxSecrets, sealSecrets } from '../core/mail/connected/secrets.ts';
import { checkServers } from './check.ts';

type Given = z.infer<typeof schema.addMailbox>;
type Login = Pick<ConnectedMailbox, 'login' | 'imap' | 'smtp' | 'client'> & { secrets: MailboxSecrets };

/** A mail may have been under way while the mailbox was being added, and clocks differ. */
const leeway = 10 * 60_000;

const refuse = (fields: Record<string, FieldCode>, message: string): never => {
  throw new Failure('invalid', message, { fields });
};

const byPassword = (ctx: Context, { imap, smtp, password, smtpPassword }: Given): Login => {
  if (!imap || !smtp || password === undefined)
    return refuse(
      {
        ...(!imap && { imap: 'required' as const }),
        ...(!smtp && { smtp: 'required' as const }),
        ...(password === undefined && { password: 'required' as const }),
      },
      'With a password, a mailbox needs its servers and the password.',
    );
  checkServers(ctx, { imap, smtp });
  const secrets = { password, ...(smtpPassword !== undefined && { smtpPassword }) };
  return { login: 'password', imap, smtp, client: null, secrets };
};

/** The provider's own servers: a token is sent to no other. */
const byConsent = (
  ctx: Context,
  login: Exclude<ConnectedMailbox['login'], 'password'>,
  { client, user, address }: Given,
): Login => {
  if (!client) return refuse({ 'client.id': 'required' }, 'Name the client that you made at the provider.');
  const { imap, smtp } = ctx.consentProviders[login];
  return {
    login,
    imap: { ...imap, user: user || writtenEmail(address) },
    smtp: { ...smtp, user: '' },
    client: { id: client.id, tenant: client.tenant },
    secrets: { clientSecret: client.secret },
  };
};

/** A mailbox as it is added. @throws Failure `invalid` */
export const newMailbox = (ctx: Context, siteId: string, body: Given): ConnectedMailbox => {
  const now = ctx.clock.now();
  const { id, address, name, team, language, signature, acknowledges, acknowledgement, login } = body;
  const { secrets, ...way } =
    login === undefined || login === 'password' ? byPassword(ctx, body) : byConsent(ctx, login, body);
  return {
    siteId,
    id,
    name,
    team,
    language,
    signature,
    acknowledges,
    acknowledgement,
    ...way,
    address: writtenEmail(address),
    secrets: sealSecrets(ctx, id, secrets),
    account: null,
    grantedAt: null,
    consentState: null,
    consent: null,
    tokenAfter: 0,
    tokenFailures: 0,
    paused: false,
    revision: 0,
    startsAt: now - leeway,
    readAt: null,
    fault: null,
    faultSince: null,
    toldAt: null,
    sendFault: null,
    sendFaultSince: null,
    test: null,
    leaseBy: null,
    leaseUntil: 0,
    createdAt: now,
  };
};
