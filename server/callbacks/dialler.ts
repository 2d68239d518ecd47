import { jwtVerify } from 'jose';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';

/** How far clocks may differ, seconds. */
const leeway = 60;

/**
 * Lets a telephony system in: a JSON Web Token (RFC 7519) signed with HS256 by the site's secret, with `scope: dialler`
 * and an end. A visitor's identity is signed with the same secret, and has no such scope.
 * @throws Failure `unauthenticated` when it is not valid here and now
 */
export const readDialler = async (
  ctx: Pick<Context, 'clock'>,
  site: Pick<Site, 'secret'>,
  authorization: string | undefined,
): Promise<void> => {
  const token = /^Bearer (\S{1,4000})$/.exec(authorization ?? '')?.[1] ?? '';
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(site.secret), {
      algorithms: ['HS256'],
      currentDate: new Date(ctx.clock.now()),
      clockTolerance: leeway,
      requiredClaims: ['exp'],
    });
    if (payload['scope'] === 'dialler') return;
  } catch {
    // The same answer, whatever is wrong with it.
  }
  throw new Failure(
    'unauthenticated',
    'This needs a token with scope "dialler", signed with the site’s secret.',
  );
};
