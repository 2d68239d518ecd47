import * as client from 'openid-client';
import type { Context } from '../context.ts';
import { BoundedMap } from '../core/boundedMap.ts';
import { OutsideError } from '../core/net/connector.ts';
import { unseal } from '../core/people/staff/secondFactor.ts';
import type { ProviderRow } from './queries.ts';
import type { Claims } from './rules.ts';

/** One call to a provider, milliseconds. */
const callTimeout = 10_000;
/** Bytes of an answer: discovery, keys, tokens and claims are a few thousand each. */
const maxAnswer = 262_144;
/** The time for which a provider's addresses and keys are taken as read, milliseconds. */
const freshFor = 10 * 60_000;

/** Why a provider can't be used, as the settings say it. */
export type ProviderFault = 'not_public' | 'unreachable' | 'not_a_provider';

export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly fault: ProviderFault;
  constructor(fault: ProviderFault, cause: unknown) {
    super(`provider: ${fault}`, { cause });
    this.fault = fault;
  }
}

/** Calls out as everything here does: looked at, pinned, bounded, without following where an answer points. */
const outsideFetch =
  (ctx: Context): client.CustomFetch =>
  async (url, { method, headers, body, signal }) => {
    const request = {
      url,
      from: 'anybody' as const,
      headers,
      timeout: callTimeout,
      maxBytes: maxAnswer,
      ...(signal && { signal }),
    };
    const answer =
      method === 'GET'
        ? await ctx.connector.get(request)
        : await ctx.connector.post({ ...request, body: String(body ?? '') });
    return new Response(answer.body || null, {
      status: answer.status,
      headers: { 'content-type': answer.contentType },
    });
  };

/** Sends the secret as the provider takes it. Without a word of it, that is by HTTP Basic (Discovery 1.0, 3). */
const secretAuth =
  (secret: string): client.ClientAuth =>
  (server, metadata, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const isPosted = methods.includes('client_secret_post');
    return (isPosted ? client.ClientSecretPost : client.ClientSecretBasic)(secret)(
      server,
      metadata,
      body,
      headers,
    );
  };

/** Reads a provider's addresses. @throws ProviderError */
export const discover = async (
  ctx: Context,
  { issuer, clientId }: Pick<ProviderRow, 'issuer' | 'clientId'>,
  secret: string,
): Promise<client.Configuration> => {
  if (!ctx.connector.accepts(issuer)) throw new ProviderError('not_public', issuer);
  try {
    return await client.discovery(new URL(issuer), clientId, {}, secretAuth(secret), {
      [client.customFetch]: outsideFetch(ctx),
      timeout: callTimeout / 1_000,
      execute: [
        client.enableNonRepudiationChecks,
        // Only machines of the house that the configuration names may be named without TLS.
        ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
      ],
    });
  } catch (error) {
    throw new ProviderError(isAway(error) ? 'unreachable' : 'not_a_provider', error);
  }
};

/** True where no answer came at all. */
const isAway = (error: unknown): boolean =>
  error instanceof OutsideError || (error instanceof Error && error.cause instanceof OutsideError);

interface Held {
  config: client.Configuration;
  changedAt: number;
  until: number;
}
const held = new WeakMap<Context, BoundedMap<string, Held>>();

/** A provider's addresses and keys, read again after minutes and after a change. @throws ProviderError */
const configOf = async (ctx: Context, row: ProviderRow): Promise<client.Configuration> => {
  const known = held.get(ctx) ?? new BoundedMap<string, Held>(1_000);
  held.set(ctx, known);
  const now = ctx.clock.monotonic();
  const found = known.get(row.siteId);
  if (found && found.changedAt === row.changedAt && now < found.until) return found.config;
  const config = await discover(ctx, row, unseal(ctx, row.clientSecret));
  known.set(row.siteId, { config, changedAt: row.changedAt, until: now + freshFor });
  return config;
};

/** A login that was begun: where the browser goes, and what its end is checked against. */
export interface Begun {
  url: string;
  checks: { verifier: string; state: string; nonce: string };
}

/** Begins a login: code flow with PKCE, state and nonce. @throws ProviderError */
export const beginAt = async (ctx: Context, row: ProviderRow, redirectUri: string): Promise<Begun> => {
  const config = await configOf(ctx, row);
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: [...new Set(['openid', ...row.scopes])].join(' '),
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  return { url: url.href, checks: { verifier, state, nonce } };
};

/**
 * Finishes a login: the code for tokens, checked, and the claims of both the token and the provider's own page.
 * @param current the address that the browser came back to, whole
 * @throws ProviderError, and what the library throws for an answer that isn't right
 */
export const finishAt = async (
  ctx: Context,
  row: ProviderRow,
  current: string,
  { verifier, state, nonce }: Begun['checks'],
): Promise<{ subject: string; claims: Claims }> => {
  const config = await configOf(ctx, row);
  const tokens = await client.authorizationCodeGrant(config, new URL(current), {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new ProviderError('not_a_provider', 'no ID token');
  const more = config.serverMetadata().userinfo_endpoint
    ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
    : {};
  return { subject: claims.sub, claims: { ...more, ...claims } };
};
