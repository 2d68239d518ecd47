import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import { readSiteToken, TokenRefused, type TokenSite } from '../core/people/siteToken.ts';

/**
 * Lets a telephony system in: a token signed by the site's secret, for this site (`aud`: its key), with
 * `scope: dialler`, valid for a day at the most. A visitor's identity is signed with the same secret, and has no scope.
 * @throws Failure `unauthenticated` with the reason when it is not valid here and now
 */
export const readDialler = async (
  ctx: Pick<Context, 'clock'>,
  site: TokenSite,
  authorization: string | undefined,
): Promise<void> => {
  const token = /^Bearer (\S{1,4000})$/.exec(authorization ?? '')?.[1] ?? '';
  const payload = await readSiteToken(ctx, site, token, ['aud']).catch((error) => {
    throw error instanceof TokenRefused ? new Failure('unauthenticated', error.message) : error;
  });
  if (payload['scope'] !== 'dialler')
    throw new Failure('unauthenticated', 'The token needs the scope “dialler”.');
};
