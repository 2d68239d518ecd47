import type { Context } from '../../../context.ts';
import { MailboxError } from '../connected/faults.ts';
import { type ConnectedMailbox, findConnected } from '../connected/queries.ts';
import { type MailboxSecrets, readMailboxSecrets, sealSecrets } from '../connected/secrets.ts';
import { ConsentError, type Grant, refreshGrant } from './ask.ts';
import type { ConsentProvider } from './providers.ts';
import { keepTokens, takeTurn } from './queries.ts';

/** A token is renewed so long before its end, milliseconds: what begins with it is to end with it. */
const leeway = 5 * 60_000;
/** Whoever asks for a token has so long, milliseconds; a process that died lets others ask after it. */
const turn = 30_000;
/** Pause between looks at what another process was given, and their number. */
const look = { every: 250, times: 60 };
/** Pauses after a failed try, milliseconds: doubled from the first; a provider may want more. */
const pauses = { first: 5_000, longest: 300_000, longestAsked: 3_600_000 };

/** Tokens being asked for by this process, by the mailbox's id. */
const asking = new WeakMap<Context['database'], Map<string, Promise<string>>>();

const secretsOf = (ctx: Context, row: ConnectedMailbox): MailboxSecrets => {
  try {
    return readMailboxSecrets(ctx, row);
  } catch (cause) {
    // Sealed by another installation, whose database this is.
    throw new MailboxError('consent', { cause });
  }
};

/** The tokens of a mailbox with what a provider gave; a refresh token that was not renewed goes on. */
export const withGrant = (ctx: Context, known: MailboxSecrets, grant: Grant): MailboxSecrets => ({
  ...known,
  accessToken: grant.accessToken,
  accessEndsAt: ctx.clock.now() + grant.lasts * 1_000,
  ...(grant.refreshToken !== undefined && { refreshToken: grant.refreshToken }),
});

export const withoutGrant = ({
  accessToken: _,
  accessEndsAt: __,
  refreshToken: ___,
  ...rest
}: MailboxSecrets): MailboxSecrets => rest;

/** Keeps why no token came. @returns the fault, to be thrown */
const keepFailure = async (
  ctx: Context,
  row: ConnectedMailbox,
  secrets: MailboxSecrets,
  { fault, retryAfter }: ConsentError,
): Promise<MailboxError> => {
  const now = ctx.clock.now();
  if (fault === 'gone') {
    await keepTokens(ctx, row, {
      secrets: sealSecrets(ctx, row.id, withoutGrant(secrets)),
      tokenAfter: 0,
      tokenFailures: 0,
      // Whoever reads it begins anew, finds that out, and has the owners told.
      revision: row.revision + 1,
      fault: 'consent',
      faultSince: row.faultSince ?? now,
    });
    return new MailboxError('consent');
  }
  const pause = Math.min(pauses.longest, pauses.first * 2 ** Math.min(row.tokenFailures, 10));
  const asked = Math.min(pauses.longestAsked, (retryAfter ?? 0) * 1_000);
  const word = fault === 'client' ? 'consent_client' : 'consent_away';
  await keepTokens(ctx, row, {
    tokenAfter: now + Math.max(pause, asked),
    tokenFailures: row.tokenFailures + 1,
  });
  return new MailboxError(word);
};

/** Asks for a new token: the turn is this one's. @returns null where the mailbox was changed meanwhile */
const renew = async (
  ctx: Context,
  provider: ConsentProvider,
  row: ConnectedMailbox,
  secrets: MailboxSecrets,
): Promise<string | null> => {
  const { refreshToken, clientSecret = '' } = secrets;
  if (refreshToken === undefined || row.client === null) throw new MailboxError('consent');
  let grant: Grant;
  try {
    grant = await refreshGrant(ctx, provider, { ...row.client, secret: clientSecret }, refreshToken);
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
    throw await keepFailure(ctx, row, secrets, error);
  }
  // Before anything is done with it: the refresh token that it came for may be used up.
  const isKept = await keepTokens(ctx, row, {
    secrets: sealSecrets(ctx, row.id, withGrant(ctx, secrets, grant)),
    tokenAfter: 0,
    tokenFailures: 0,
  });
  return isKept ? grant.accessToken : null;
};

const findToken = async (ctx: Context, given: ConnectedMailbox): Promise<string> => {
  for (let looks = 0; looks < look.times; looks++) {
    const row = await findConnected(ctx, given.siteId, given.id);
    if (!row || row.login === 'password') throw new MailboxError('consent');
    const secrets = secretsOf(ctx, row);
    const now = ctx.clock.now();
    if (secrets.accessToken !== undefined && (secrets.accessEndsAt ?? 0) - leeway > now)
      return secrets.accessToken;
    if (secrets.refreshToken === undefined) throw new MailboxError('consent');
    if (row.tokenAfter > now && row.tokenFailures > 0)
      throw new MailboxError(
        [row.fault, row.sendFault].includes('consent_client') ? 'consent_client' : 'consent_away',
      );
    if (row.tokenAfter <= now && (await takeTurn(ctx, row, now, now + turn))) {
      const token = await renew(ctx, ctx.consentProviders[row.login], row, secrets);
      if (token !== null) return token;
    } else await ctx.clock.sleep(look.every);
  }
  throw new MailboxError('consent_away');
};

/**
 * A token that a mailbox's servers take now; asked for anew where it ends soon. Several who need one at once ask once,
 * whatever process they are in.
 * @throws MailboxError
 */
export const accessTokenOf = (ctx: Context, mailbox: ConnectedMailbox): Promise<string> => {
  const known = asking.get(ctx.database) ?? new Map<string, Promise<string>>();
  asking.set(ctx.database, known);
  const running = known.get(mailbox.id);
  if (running) return running;
  const found = findToken(ctx, mailbox).finally(() => known.delete(mailbox.id));
  known.set(mailbox.id, found);
  return found;
};

/** Forgets a token that a mail server refused, where it is still the one: the next one is new. */
export const forgetToken = async (ctx: Context, mailbox: ConnectedMailbox, token: string): Promise<void> => {
  const row = await findConnected(ctx, mailbox.siteId, mailbox.id);
  if (!row) return;
  const { accessToken, accessEndsAt: _, ...rest } = secretsOf(ctx, row);
  if (accessToken === token) await keepTokens(ctx, row, { secrets: sealSecrets(ctx, row.id, rest) });
};
