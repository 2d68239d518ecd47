import { errors, jwtVerify } from 'jose';
import { type Claims, claims } from '../../../../shared/core/people/identity.ts';
import type { Context } from '../../../context.ts';
import { Failure } from '../../http/failure.ts';
import type { Site } from '../sites/sites.ts';

/** A token may be valid for so long at the most, seconds: who has left should not be able to come back for weeks. */
const longestToken = 24 * 3_600;
/** How far clocks may differ, seconds. */
const leeway = 60;

/**
 * Reads a signed identity: a JSON Web Token (RFC 7519) signed with HS256 by the site's secret, its text as UTF-8 bytes.
 * No other algorithm is taken, whatever the token's header says.
 * @throws Failure `unauthenticated` when it is not valid here and now
 */
export const readIdentity = async (
  ctx: Pick<Context, 'clock'>,
  site: Pick<Site, 'key' | 'secret'>,
  token: string,
): Promise<Claims> => {
  const refuse = (why: string) => new Failure('unauthenticated', why, { fields: { token: 'invalid' } });
  const now = ctx.clock.now();
  let payload: unknown;
  try {
    ({ payload } = await jwtVerify(token, new TextEncoder().encode(site.secret), {
      algorithms: ['HS256'],
      currentDate: new Date(now),
      clockTolerance: leeway,
      requiredClaims: ['sub', 'exp'],
    }));
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw refuse('The token has ended.');
    throw refuse('The token is not signed with this site’s secret by HS256, or lacks sub or exp.');
  }
  const found = claims.safeParse(payload);
  if (!found.success) throw refuse('A claim of the token is not usable.');
  const { aud, exp } = found.data;
  if (exp * 1_000 - now > (longestToken + leeway) * 1_000)
    throw refuse('The token is valid for more than a day.');
  if (aud !== undefined && ![aud].flat().includes(site.key))
    throw refuse('The token is for another audience.');
  return found.data;
};
