import type { SiteSecret } from '../../../../shared/core/people/siteSecret.ts';
import { newSecret } from '../../../../shared/core/ids.ts';
import type { Context } from '../../../context.ts';
import { Failure, notFound } from '../../http/failure.ts';
import { findSecrets } from './queries.ts';
import { siteChanged } from './sites.ts';
import { replaceSecret } from './writes.ts';

type Needs = Pick<Context, 'database' | 'clock'>;

/** The secret that a site's tokens are signed with. @throws Failure `not_found` */
export const readSecret = async (ctx: Needs, siteId: string): Promise<SiteSecret> => {
  const found = await findSecrets(ctx, siteId);
  if (!found) throw notFound();
  const { secret, previousSecret, previousSecretUntil } = found;
  const isKept = previousSecret !== null && Number(previousSecretUntil) > ctx.clock.now();
  return { secret, previousUntil: isKept ? previousSecretUntil : null };
};

/**
 * Makes a new secret. The one before is taken for as long as is said; one that was still taken before that ends now.
 * @param keepFor milliseconds
 * @throws Failure `conflict` when somebody else was faster: theirs stays, and nobody's programs are cut off twice
 */
export const rotateSecret = async (ctx: Needs, siteId: string, keepFor: number): Promise<SiteSecret> => {
  const { secret: before } = await readSecret(ctx, siteId);
  const secret = newSecret();
  const previousUntil = keepFor > 0 ? ctx.clock.now() + keepFor : null;
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [{ kind: siteChanged, subject: siteId, audience: 'staff' }],
    write: (tx) => [replaceSecret(tx, siteId, { before, secret, previousUntil })],
  });
  if (!applied) throw new Failure('conflict', 'Someone else replaced the secret in the meantime.');
  return { secret, previousUntil };
};
