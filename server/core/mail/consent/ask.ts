import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  Configuration,
  customFetch,
  refreshTokenGrant,
  type TokenEndpointResponse,
} from 'openid-client';
import { z } from 'zod';
import type { Context } from '../../../context.ts';
import { OutsideError } from '../../net/connector.ts';
import type { ConsentProvider } from './providers.ts';

/** A program as a provider knows it: made there by the mailbox's owner. */
export interface ConsentClient {
  id: string;
  secret: string;
  /** The organisation at Microsoft; empty for any, and at Google. */
  tenant: string;
}

/** The reason why a provider gave no token. */
export type ConsentFault =
  /** It is away or asks for patience. */
  | 'away'
  /** The consent is no more, or was never whole. */
  | 'gone'
  /** It does not take the client's id or secret. */
  | 'client';

export class ConsentError extends Error {
  override readonly name = 'ConsentError';
  readonly fault: ConsentFault;
  /** The provider's wish for patience, seconds; null where it said nothing. */
  readonly retryAfter: number | null;
  constructor(fault: ConsentFault, retryAfter: number | null = null, options?: ErrorOptions) {
    super(`consent: ${fault}`, options);
    this.fault = fault;
    this.retryAfter = retryAfter;
  }
}

/** Tokens that a provider gave. */
export interface Grant {
  accessToken: string;
  /** Lifetime of the access token, seconds. */
  lasts: number;
  /** Absent where the one that is there goes on. */
  refreshToken?: string | undefined;
  /** Address of who consented; null where it was not said. */
  account: string | null;
}

type Needs = Pick<Context, 'connector'>;

/** For a whole call; whoever asks holds the mailbox's turn longer than this. */
const timeout = 15_000;
const maxBytes = 100_000;
/** Lifetime of a token that came without one, seconds. */
const usualLifetime = 3_600;
/** Errors of RFC 6749, 5.2 and of OpenID Connect that a new consent mends. */
const gone = /^(?:invalid_grant|interaction_required|consent_required|login_required|access_denied)$/;
const away = /^(?:temporarily_unavailable|server_error|slow_down)$/;

const secondsOf = (retryAfter: string | undefined): number | null =>
  retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter.trim()) ? Number(retryAfter) : null;

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const body = z.record(z.string(), z.unknown());
const claims = z.object({
  aud: z.union([z.string(), z.array(z.string())]),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
});

/** The account that an ID token is about: it came from the provider itself, over TLS (OpenID Connect Core 1.0, 3.1.3.7). */
const accountOf = (idToken: unknown, client: string): string | null => {
  if (typeof idToken !== 'string' || idToken.length > 20_000) return null;
  try {
    const text = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8');
    const found = claims.parse(JSON.parse(text));
    const name = found.email ?? found.preferred_username ?? '';
    return [found.aud].flat().includes(client) && name !== '' ? name.slice(0, 254) : null;
  } catch {
    // It says nothing that we need: the mail server looks at the token itself.
    return null;
  }
};

/** A client of the provider whose calls go through the guarded way out, and the account it was told of. */
const openClient = (ctx: Needs, provider: ConsentProvider, { id, secret, tenant }: ConsentClient) => {
  const seen = { account: null as string | null };
  const tokenUrl = provider.tokenUrl(tenant);
  const configuration = new Configuration(
    {
      issuer: provider.issuer(tenant),
      authorization_endpoint: provider.authorizeUrl(tenant),
      token_endpoint: tokenUrl,
    },
    id,
    secret,
  );
  // A machine of the house, which the configuration names: the way out refuses all others.
  if (tokenUrl.startsWith('http:')) allowInsecureRequests(configuration);
  configuration[customFetch] = async (url, { headers, body: sent }) => {
    const answer = await ctx.connector
      .post({ url, from: 'anybody', headers, body: String(sent ?? ''), timeout, maxBytes })
      .catch((cause: unknown) => {
        throw cause instanceof OutsideError ? new ConsentError('away', null, { cause }) : cause;
      });
    if (answer.status === 429 || answer.status >= 500)
      throw new ConsentError('away', secondsOf(answer.retryAfter));
    let text = answer.body;
    const told = body.safeParse(readJson(text));
    if (!told.success) throw new ConsentError('away');
    if (told.data['id_token'] !== undefined) {
      // Its issuer is another for each organisation; who it is about is all that is taken from it.
      const { id_token: idToken, ...rest } = told.data;
      seen.account = accountOf(idToken, id);
      text = JSON.stringify(rest);
    }
    return new Response(text, { status: answer.status, headers: { 'content-type': 'application/json' } });
  };
  return { configuration, seen };
};

/** The meaning of an error of the library. */
const faultOf = (error: unknown): ConsentError => {
  for (let one: unknown = error; one instanceof Error; one = one.cause)
    if (one instanceof ConsentError) return one;
  const { error: code } = (error ?? {}) as { error?: unknown };
  // Neither the library's error nor its cause is kept: they carry the provider's answer.
  if (typeof code !== 'string') return new ConsentError('away');
  return new ConsentError(gone.test(code) ? 'gone' : away.test(code) ? 'away' : 'client');
};

const grantOf = (
  { access_token: accessToken, expires_in: lasts, refresh_token: refreshToken }: TokenEndpointResponse,
  account: string | null,
): Grant => ({ accessToken, lasts: lasts ?? usualLifetime, refreshToken, account });

/** The page of the provider on which the owner consents. */
export const consentUrl = async (
  ctx: Needs,
  provider: ConsentProvider,
  client: ConsentClient,
  asked: { redirect: string; state: string; verifier: string; user: string },
): Promise<string> =>
  buildAuthorizationUrl(openClient(ctx, provider, client).configuration, {
    ...provider.parameters,
    redirect_uri: asked.redirect,
    scope: provider.scope,
    state: asked.state,
    code_challenge: await calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: 'S256',
    login_hint: asked.user,
  }).href;

/** Exchanges the code that the provider sent the owner back with (RFC 6749, 4.1.3; RFC 7636). @throws ConsentError */
export const exchangeCode = async (
  ctx: Needs,
  provider: ConsentProvider,
  client: ConsentClient,
  given: { redirect: string; state: string; verifier: string; code: string },
): Promise<Grant> => {
  const { configuration, seen } = openClient(ctx, provider, client);
  const url = new URL(given.redirect);
  url.search = new URLSearchParams({ code: given.code, state: given.state }).toString();
  const found = await authorizationCodeGrant(configuration, url, {
    pkceCodeVerifier: given.verifier,
    expectedState: given.state,
  }).catch((error: unknown) => {
    throw faultOf(error);
  });
  const isWhole =
    provider.neededScope === '' || (found.scope ?? '').split(' ').includes(provider.neededScope);
  // Without the one it ends within the hour, without the other it opens nothing.
  if (!isWhole || found.refresh_token === undefined) throw new ConsentError('gone');
  return grantOf(found, seen.account);
};

/** A new access token (RFC 6749, 6). @throws ConsentError */
export const refreshGrant = async (
  ctx: Needs,
  provider: ConsentProvider,
  client: ConsentClient,
  refreshToken: string,
): Promise<Grant> => {
  const { configuration, seen } = openClient(ctx, provider, client);
  const found = await refreshTokenGrant(configuration, refreshToken).catch((error: unknown) => {
    throw faultOf(error);
  });
  return grantOf(found, seen.account);
};
