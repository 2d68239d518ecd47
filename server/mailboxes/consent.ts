import { consentPath } from '../../shared/mailboxes/routes.ts';
import { newSecret } from '../../shared/core/ids.ts';
import { isAtLeast } from '../../shared/core/people/roles.ts';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import { changeConnected, type ConnectedMailbox } from '../core/mail/connected/queries.ts';
import { readMailboxSecrets, sealSecrets } from '../core/mail/connected/secrets.ts';
import {
  type ConsentClient,
  ConsentError,
  consentUrl,
  exchangeCode,
  type Grant,
} from '../core/mail/consent/ask.ts';
import { findAsked, keepTokens, useState } from '../core/mail/consent/queries.ts';
import { withGrant } from '../core/mail/consent/token.ts';
import { sealFor, unsealFor } from '../core/people/sealed.ts';
import { hashSecret, isSecret } from '../core/people/secrets.ts';
import { findRole } from '../core/people/staff/queries.ts';
import type { Session } from '../core/people/staff/staff.ts';
import { recordAudit } from '../core/people/staff/writes.ts';

/** Time for a consent, milliseconds. */
const patience = 10 * 60_000;

/** A consent that is being asked for. */
interface Asked {
  verifier: string;
  /** The session of who asks: nobody else brings the answer. */
  session: string;
  endsAt: number;
}

const purpose = (id: string): string => `mailbox consent ${id}`;
const redirectOf = (ctx: Context): string => ctx.config.publicUrl + consentPath;

/** @throws Failure `invalid` for a mailbox with a password, or one whose secret was sealed by another installation */
const clientOf = (ctx: Context, row: ConnectedMailbox): ConsentClient => {
  try {
    const { clientSecret } = readMailboxSecrets(ctx, row);
    if (row.client && clientSecret !== undefined) return { ...row.client, secret: clientSecret };
  } catch {
    // Answered below: it is to be typed anew.
  }
  throw new Failure('invalid', 'Type the client’s ID and secret first.', {
    fields: { 'client.secret': 'required' },
  });
};

/** Begins to ask for consent to a mailbox. @returns the address of the provider's page @throws Failure `invalid` */
export const beginConsent = async (
  ctx: Context,
  row: ConnectedMailbox,
  session: Session,
): Promise<string> => {
  if (row.login === 'password')
    throw new Failure('invalid', 'This mailbox has a password.', { fields: { login: 'not_allowed' } });
  const client = clientOf(ctx, row);
  const [state, verifier] = [newSecret(), newSecret()];
  const asked: Asked = { verifier, session: session.hash, endsAt: ctx.clock.now() + patience };
  await ctx.database.write((tx) =>
    changeConnected(tx, row, {
      consentState: hashSecret(state),
      consent: sealFor(ctx, purpose(row.id), JSON.stringify(asked)),
    }),
  );
  return consentUrl(ctx, ctx.consentProviders[row.login], client, {
    redirect: redirectOf(ctx),
    state,
    verifier,
    user: row.imap.user,
  });
};

/** The outcome of a consent, and the site whose mailbox it is about; null where that is not known. */
export interface ConsentOutcome {
  outcome: 'connected' | 'stale' | 'denied' | 'away' | 'client' | 'incomplete';
  siteId: string | null;
}

/** Parameters that the provider sent the browser back with. */
export interface SentBack {
  state: string;
  code: string;
  error: string;
}

/** The mailbox that an answer is about, for the session that asked; its state is used up. */
const takeAsked = async (
  ctx: Context,
  session: Session,
  state: string,
): Promise<{ row: ConnectedMailbox; asked: Asked } | null> => {
  const row = isSecret(state) ? await findAsked(ctx, hashSecret(state)) : null;
  if (!row?.consent || row.login === 'password') return null;
  let asked: Asked;
  try {
    asked = JSON.parse(unsealFor(ctx, purpose(row.id), row.consent)) as Asked;
  } catch {
    return null;
  }
  const role = await findRole(ctx, row.siteId, session);
  if (asked.session !== session.hash || !role || !isAtLeast(role, 'admin')) return null;
  const isFirst = await useState(ctx, row, hashSecret(state));
  return isFirst && asked.endsAt >= ctx.clock.now() ? { row, asked } : null;
};

/** Keeps what was given: whoever reads the mailbox begins at once. @returns false where it was changed meanwhile */
const keepGrant = (ctx: Context, row: ConnectedMailbox, grant: Grant): Promise<boolean> =>
  keepTokens(ctx, row, {
    secrets: sealSecrets(ctx, row.id, withGrant(ctx, readMailboxSecrets(ctx, row), grant)),
    account: grant.account,
    grantedAt: ctx.clock.now(),
    tokenAfter: 0,
    tokenFailures: 0,
    revision: row.revision + 1,
    fault: null,
    faultSince: null,
    toldAt: null,
    sendFault: null,
    sendFaultSince: null,
  });

/** Takes the answer of a provider that the browser brings. */
export const endConsent = async (
  ctx: Context,
  session: Session,
  { state, code, error }: SentBack,
): Promise<ConsentOutcome> => {
  const taken = await takeAsked(ctx, session, state);
  if (!taken) return { outcome: 'stale', siteId: null };
  const { row, asked } = taken;
  const { siteId } = row;
  if (row.login === 'password' || code === '')
    return {
      outcome: error === 'access_denied' || error === 'consent_required' ? 'denied' : 'incomplete',
      siteId,
    };
  let grant: Grant;
  try {
    grant = await exchangeCode(ctx, ctx.consentProviders[row.login], clientOf(ctx, row), {
      redirect: redirectOf(ctx),
      state,
      verifier: asked.verifier,
      code,
    });
  } catch (failure) {
    if (!(failure instanceof ConsentError)) throw failure;
    ctx.log.warn({ mailbox: row.id, fault: failure.fault }, 'a consent came to nothing');
    return { outcome: failure.fault === 'gone' ? 'incomplete' : failure.fault, siteId };
  }
  if (!(await keepGrant(ctx, row, grant))) return { outcome: 'stale', siteId };
  await recordAudit(ctx, [siteId], session.staff.id, `GET ${consentPath}`);
  return { outcome: 'connected', siteId };
};
