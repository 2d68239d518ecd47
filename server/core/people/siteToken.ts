import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { Context } from '../../context.ts';
import type { Site } from './sites/sites.ts';

/** Maximum lifetime of a token, seconds: who has left should not be able to come back for weeks. */
export const maxTokenLifetime = 24 * 3_600;
/** The difference allowed between clocks, seconds. */
export const leeway = 60;

/** Why a token is not taken, in a sentence for the owner's developers. */
export class TokenRefused extends Error {}

/** The parts of a site that its tokens are checked with. */
export type TokenSite = Pick<Site, 'key' | 'secret'> &
  Partial<Pick<Site, 'previousSecret' | 'previousSecretUntil'>>;

/** The secrets that a site's tokens may be signed with now, the current one first. */
export const secretsOf = (site: TokenSite, now: number): string[] =>
  site.previousSecret != null && (site.previousSecretUntil ?? 0) > now
    ? [site.secret, site.previousSecret]
    : [site.secret];

/** The claims of a token that is signed with a secret. @throws jose's errors */
const verify = async (
  token: string,
  secret: string,
  now: number,
  requiredClaims: string[],
): Promise<JWTPayload> => {
  const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ['HS256'],
    currentDate: new Date(now),
    clockTolerance: leeway,
    requiredClaims,
  });
  return payload;
};

/** As {@link verify}, with the first secret that signed it. */
const verifyWithAny = async (
  token: string,
  [secret = '', ...others]: string[],
  now: number,
  requiredClaims: string[],
): Promise<JWTPayload> => {
  try {
    return await verify(token, secret, now, requiredClaims);
  } catch (error) {
    if (!(error instanceof errors.JWSSignatureVerificationFailed) || others.length === 0) throw error;
    return verifyWithAny(token, others, now, requiredClaims);
  }
};

/**
 * Reads a JSON Web Token (RFC 7519) that the owner's programs signed with HS256 by the site's secret, its text as UTF-8
 * bytes; the secret before it is taken while its time lasts. No other algorithm is taken, whatever the token's header
 * says; one that names an audience is for that alone.
 * @throws TokenRefused when it is not valid here and now
 */
export const readSiteToken = async (
  ctx: Pick<Context, 'clock'>,
  site: TokenSite,
  token: string,
  requiredClaims: string[],
): Promise<JWTPayload> => {
  const now = ctx.clock.now();
  let payload: JWTPayload;
  try {
    payload = await verifyWithAny(token, secretsOf(site, now), now, [...requiredClaims, 'exp']);
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new TokenRefused('The token has expired.');
    throw new TokenRefused(
      `The token isn’t signed with this site’s secret (HS256), or lacks ${[...requiredClaims, 'exp'].join(' or ')}.`,
    );
  }
  const { aud, exp } = payload;
  if (Number(exp) * 1_000 - now > (maxTokenLifetime + leeway) * 1_000)
    throw new TokenRefused('The token is valid for more than a day.');
  if (aud !== undefined && ![aud].flat().includes(site.key))
    throw new TokenRefused('The token is for another audience.');
  return payload;
};
