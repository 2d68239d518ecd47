import type { MailServer } from '../../shared/core/mail/connection.ts';
import { imapPorts, smtpPorts } from '../../shared/core/mail/mailServers.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { Context } from '../context.ts';
import { canonicalEmail } from '../core/emailAddress.ts';
import { Failure } from '../core/http/failure.ts';
import { findOwners } from '../core/mail/incoming/queries.ts';

const faultsOf = (
  ctx: Context,
  part: 'imap' | 'smtp',
  { host, port, security }: MailServer,
): Record<string, FieldCode> => {
  if (ctx.connector.isPrivate(host, port)) return {};
  const ports = part === 'imap' ? imapPorts : smtpPorts;
  return {
    ...(!ports.includes(port) && { [`${part}.port`]: 'not_allowed' as const }),
    // A password in the open is anybody's on the way.
    ...(security === 'none' && { [`${part}.security`]: 'not_allowed' as const }),
    // A name of no network but a house's own.
    ...(!host.includes('.') && !host.includes(':') && { [`${part}.host`]: 'not_allowed' as const }),
  };
};

/** @throws Failure `invalid` for a server that nobody may name; where a name leads is looked at with each connection */
export const checkServers = (
  ctx: Context,
  { imap, smtp }: { imap?: MailServer | undefined; smtp?: MailServer | undefined },
): void => {
  const fields = { ...(imap && faultsOf(ctx, 'imap', imap)), ...(smtp && faultsOf(ctx, 'smtp', smtp)) };
  if (Object.keys(fields).length > 0)
    throw new Failure(
      'invalid',
      'Mailboxes are on public mail servers, over TLS. The server’s PRIVATE_HOSTS allows others.',
      { fields },
    );
};

/** @throws Failure `invalid` for an address that is taken: by a site's settings, or another mailbox */
export const refuseTaken = async (ctx: Context, address: string, own: string): Promise<void> => {
  const owners = await findOwners(ctx, [canonicalEmail(address)]);
  if (owners.some(({ mailboxId }) => mailboxId !== own))
    throw new Failure('invalid', 'This email address is already in use.', { fields: { address: 'taken' } });
};
