import type { Context } from '../../../context.ts';
import { Failure } from '../../http/failure.ts';
import { hashSecret } from '../secrets.ts';
import { endVisitorSecret, rotationOverlap, touch, touchEvery, secretLifetime } from './writes.ts';
import { bySecret } from './queries.ts';
import type { Visitor } from './visitor.ts';

/** @throws Failure `gone` for a secret of somebody who was erased: what another tab still sends is not taken */
export const refuseGone = async (
  ctx: Context,
  { siteId, secretHash }: Pick<Visitor, 'siteId' | 'secretHash'>,
): Promise<void> => {
  if ((await ctx.tombstones.erasedAt(siteId, 'secret', secretHash)) !== null)
    throw new Failure('gone', 'What belonged to this secret was erased. Start again with a new one.');
};

/**
 * The visitor whom a secret belongs to on this site, or null.
 * @throws Failure `gone` as {@link refuseGone}
 */
export const findVisitor = async (ctx: Context, siteId: string, secret: string): Promise<Visitor | null> => {
  const hash = hashSecret(secret);
  const now = ctx.clock.now();
  const [row] = await bySecret(ctx.database, { site: siteId, hash });
  if (!row) {
    await refuseGone(ctx, { siteId, secretHash: hash });
    return null;
  }
  if (row.endsAt <= now) {
    // Not left to the hourly run: the first thing that its browser writes would meet it as another visitor's.
    await endVisitorSecret(ctx, { siteId, id: row.id, secretHash: hash });
    return null;
  }
  const isCurrent = row.endsAt - now > rotationOverlap;
  if (isCurrent && row.endsAt - now < secretLifetime - touchEvery)
    await touch(ctx, siteId, hash, row.id, now);
  const { id, name, email, subject, subjectImported, blockedAt, emailSigned, emailVerifiedAt } = row;
  return {
    id,
    siteId,
    name,
    email,
    emailVerified: emailSigned || emailVerifiedAt !== null,
    // What an import said of them isn’t shown by anybody.
    subject: subjectImported ? null : subject,
    blocked: blockedAt !== null,
    isNew: false,
    secretHash: hash,
  };
};
