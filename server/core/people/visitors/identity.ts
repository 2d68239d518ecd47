import { type Claims, claims } from '../../../../shared/core/people/identity.ts';
import type { Context } from '../../../context.ts';
import { Failure } from '../../http/failure.ts';
import { readSiteToken, TokenRefused, type TokenSite } from '../siteToken.ts';

/**
 * Reads a signed identity. One with a `scope` is for a program, and nobody's identity.
 * @throws Failure `unauthenticated` when it is not valid here and now
 */
export const readIdentity = async (
  ctx: Pick<Context, 'clock'>,
  site: TokenSite,
  token: string,
): Promise<Claims> => {
  const refuse = (why: string) => new Failure('unauthenticated', why, { fields: { token: 'invalid' } });
  const payload = await readSiteToken(ctx, site, token, ['sub']).catch((error) => {
    throw error instanceof TokenRefused ? refuse(error.message) : error;
  });
  if ('scope' in payload) throw refuse('The token is for a program: an identity has no scope.');
  const found = claims.safeParse(payload);
  if (!found.success) throw refuse('A claim in the token isn’t valid.');
  return found.data;
};
