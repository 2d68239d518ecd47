import type { Scope } from '../../../../shared/core/people/scopes.ts';
import { isAtLeast, type Role } from '../../../../shared/core/people/roles.ts';
import type { Context } from '../../../context.ts';
import { Failure, isId, notFound } from '../../http/failure.ts';
import type { ReplyHeaders } from '../../http/headers.ts';
import { hashSecret } from '../secrets.ts';
import type { Site } from '../sites/sites.ts';
import type { Session } from '../staff/staff.ts';
import { findToken, type LiveToken } from './queries.ts';
import { isToken } from './token.ts';
import { touchToken } from './writes/tokens.ts';

/** The rate of one token: a burst, refilled by ten a second. Each is counted by itself. */
export const tokenRate = { perMinute: 600, burst: 200 };
/** Tokens that aren't known, from one address. */
const wrongTokens = { perMinute: 60, burst: 30 };
/** Seconds in which an empty bucket is full again. */
const window = Math.ceil((tokenRate.burst / tokenRate.perMinute) * 60);

/** Says what is left, as draft-ietf-httpapi-ratelimit-headers-10 has it: structured fields, one policy. */
const sayRate = (headers: ReplyHeaders, left: number): void => {
  const missing = Math.max(0, tokenRate.burst - left);
  headers.set('ratelimit-policy', `"token";q=${tokenRate.burst};w=${window}`);
  headers.set(
    'ratelimit',
    `"token";r=${Math.min(left, tokenRate.burst)};t=${Math.ceil((missing / tokenRate.perMinute) * 60)}`,
  );
};

/** Takes from the token's rate, and says what is left, refused or not. @throws Failure `limited` */
const takeRate = (ctx: Context, headers: ReplyHeaders, token: LiveToken): void => {
  try {
    sayRate(headers, ctx.limiter.take('token', token.hash, tokenRate));
  } catch (error) {
    sayRate(headers, 0);
    ctx.metrics.limited.inc({ class: 'token' });
    throw error;
  }
};

const refuse = (headers: ReplyHeaders): Failure => {
  headers.set('www-authenticate', 'Bearer realm="Foyer", error="invalid_token"');
  return new Failure(
    'unauthenticated',
    'This token isn’t known, has expired or was revoked, or its maker can’t have tokens any more.',
  );
};

/** @throws Failure `forbidden` when the token, or who made it, may not do this */
const allow = (headers: ReplyHeaders, rules: { role: Role; scope: Scope | null }, token: LiveToken): void => {
  if (rules.scope === null)
    throw new Failure('forbidden', 'This needs a person who’s logged in. No token can do it.');
  if (!token.scopes.includes(rules.scope)) {
    headers.set(
      'www-authenticate',
      `Bearer realm="Foyer", error="insufficient_scope", scope="${rules.scope}"`,
    );
    throw new Failure('forbidden', `The token needs the scope “${rules.scope}”.`);
  }
  if (!isAtLeast(token.role, rules.role))
    throw new Failure('forbidden', 'The role of the token’s maker doesn’t allow this.');
};

/**
 * Finds out which program calls. It brings no cookie, so no page can make a browser send it, and no origin is asked for.
 * @throws Failure `unauthenticated`, `forbidden`, `not_found` for another site's, or `limited`
 */
export const identifyToken = async (
  ctx: Context,
  rules: { role: Role; scope: Scope | null },
  { path, address, headers }: { path: Record<string, string>; address: string; headers: ReplyHeaders },
  given: string,
): Promise<{ site: Site; session: Session; role: Role; token: LiveToken }> => {
  const token = isToken(given) ? await findToken(ctx, hashSecret(given)) : null;
  if (!token) {
    ctx.limiter.take('wrong token', address, wrongTokens);
    throw refuse(headers);
  }
  takeRate(ctx, headers, token);
  const name = path['site'] ?? '';
  // Programs may call a site by its key, which their owner knows, too.
  const site = isId(name) ? await ctx.sites.byId(name) : await ctx.sites.byKey(name);
  if (!site || site.id !== token.siteId) throw notFound();
  allow(headers, rules, token);
  await touchToken(ctx, token);
  return {
    site,
    session: { hash: token.hash, staff: token.staff, vouchedBy: null },
    role: token.role,
    token,
  };
};
