import type { Context } from '../../../context.ts';
import { sealFor, unsealFor } from '../../people/sealed.ts';
import type { ConnectedMailbox } from './queries.ts';

/** The secrets that a mailbox logs in with. Never shown to anybody. */
export interface MailboxSecrets {
  password?: string;
  /** The outgoing server's, where that is another. */
  smtpPassword?: string;
  /** With a consent: the client's, and what the provider gave. */
  clientSecret?: string;
  refreshToken?: string;
  accessToken?: string;
  /** The end of the access token's time. */
  accessEndsAt?: number;
}

const purpose = (id: string): string => `mailbox ${id}`;

export const sealSecrets = (ctx: Pick<Context, 'secrets'>, id: string, secrets: MailboxSecrets): string =>
  sealFor(ctx, purpose(id), JSON.stringify(secrets));

/** @throws Error when they were sealed by another installation */
export const readMailboxSecrets = (
  ctx: Pick<Context, 'secrets'>,
  { id, secrets }: Pick<ConnectedMailbox, 'id' | 'secrets'>,
): MailboxSecrets =>
  secrets === null ? {} : (JSON.parse(unsealFor(ctx, purpose(id), secrets)) as MailboxSecrets);
