import { compactVerify, decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import { claims as identityClaims } from '../../../shared/core/people/identity.ts';
import type { TokenFinding, TokenReport } from '../../../shared/core/people/siteSecret.ts';
import type { Context } from '../../context.ts';
import { leeway, maxTokenLifetime, secretsOf, type TokenSite } from './siteToken.ts';

/** The findings that keep a token from being taken; all others are fine, or worth knowing. */
const faults: ReadonlySet<TokenFinding> = new Set<TokenFinding>([
  'not_a_token',
  'algorithm_other',
  'signed_other',
  'exp_missing',
  'expired',
  'too_long',
  'not_yet',
  'aud_other',
  'aud_missing',
  'sub_missing',
  'claims_invalid',
  'scope_other',
]);

/** Which of the site's secrets signed it. */
const findSigner = async (token: string, secrets: string[]): Promise<TokenFinding> => {
  for (const [place, secret] of secrets.entries())
    try {
      await compactVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS256'] });
      return place === 0 ? 'signed_current' : 'signed_previous';
    } catch {
      // Not this one.
    }
  return 'signed_other';
};

const checkTimes = ({ exp, nbf }: JWTPayload, now: number): TokenFinding[] => {
  const seconds = now / 1_000;
  const found: TokenFinding[] = [];
  if (typeof exp !== 'number') found.push('exp_missing');
  else if (exp <= seconds - leeway) found.push('expired');
  else if (exp - seconds > maxTokenLifetime + leeway) found.push('too_long');
  else found.push('exp_good');
  if (typeof nbf === 'number' && nbf > seconds + leeway) found.push('not_yet');
  return found;
};

const checkClaims = (payload: JWTPayload, key: string): TokenFinding[] => {
  const { aud, sub } = payload;
  const isForProgram = 'scope' in payload;
  const found: TokenFinding[] = [];
  if (aud !== undefined) found.push([aud].flat().includes(key) ? 'aud_good' : 'aud_other');
  else if (isForProgram) found.push('aud_missing');
  if (isForProgram) return [...found, payload['scope'] === 'dialler' ? 'scope_dialler' : 'scope_other'];
  if (sub === undefined) return [...found, 'sub_missing'];
  return [...found, identityClaims.safeParse(payload).success ? 'claims_good' : 'claims_invalid'];
};

const decode = (token: string): { algorithm: unknown; payload: JWTPayload } | null => {
  try {
    return { algorithm: decodeProtectedHeader(token).alg, payload: decodeJwt(token) };
  } catch {
    return null;
  }
};

/**
 * Says what is right and what is wrong with a token that the owner's programs made: everything at once, and not only
 * what a visitor's browser would stumble on first. The secret is used, and never shown.
 */
export const checkSiteToken = async (
  ctx: Pick<Context, 'clock'>,
  site: TokenSite,
  token: string,
): Promise<TokenReport> => {
  const now = ctx.clock.now();
  const decoded = decode(token);
  const findings: TokenFinding[] = decoded
    ? [
        decoded.algorithm === 'HS256' ? 'algorithm_good' : 'algorithm_other',
        await findSigner(token, secretsOf(site, now)),
        ...checkTimes(decoded.payload, now),
        ...checkClaims(decoded.payload, site.key),
      ]
    : ['not_a_token'];
  const shown = findings.map((finding) => ({ finding, good: !faults.has(finding) }));
  return { valid: shown.every(({ good }) => good), findings: shown };
};
