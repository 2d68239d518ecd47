import { newId } from '../../../../shared/core/ids.ts';
import type { Context } from '../../../context.ts';
import { Failure } from '../../http/failure.ts';
import { hashSecret, isSecret } from '../secrets.ts';
import { rotationOverlap, touch, touchEvery, secretLifetime } from './writes.ts';
import { bySecret } from './queries.ts';

export interface Visitor {
  id: string;
  siteId: string;
  name: string | null;
  email: string | null;
  /** True when the address is theirs for certain: it came signed, or they answered a mail from it. */
  emailVerified: boolean;
  /** Staff take no more writes of theirs. */
  blocked: boolean;
  /** Who they are on the site itself, when that was signed. */
  subject: string | null;
  /** True while nothing of them is stored: {@link insertVisitor} goes into the first write's commit. */
  isNew: boolean;
  secretHash: string;
}

/** The secret of an `Authorization: Bearer` header, or null when there is none or it cannot be one. */
export const readBearer = (header: string | undefined): string | null => {
  const secret = /^Bearer ([A-Za-z0-9_-]+)$/.exec(header ?? '')?.[1];
  return secret !== undefined && isSecret(secret) ? secret : null;
};

/** The visitor whom a secret belongs to on this site, or null. */
export const findVisitor = async (ctx: Context, siteId: string, secret: string): Promise<Visitor | null> => {
  const hash = hashSecret(secret);
  const now = ctx.clock.now();
  const [row] = await bySecret(ctx.database, { site: siteId, hash });
  if (!row || row.endsAt <= now) return null;
  const isCurrent = row.endsAt - now > rotationOverlap;
  if (isCurrent && row.endsAt - now < secretLifetime - touchEvery)
    await touch(ctx, siteId, hash, row.id, now);
  const { id, name, email, subject, blockedAt, emailSigned, emailVerifiedAt } = row;
  return {
    id,
    siteId,
    name,
    email,
    emailVerified: emailSigned || emailVerifiedAt !== null,
    subject,
    blocked: blockedAt !== null,
    isNew: false,
    secretHash: hash,
  };
};

/** A visitor for a secret that the site has not met: stored with their first write, not before. */
export const newVisitor = (siteId: string, secret: string, now: number): Visitor => ({
  id: newId(now),
  siteId,
  name: null,
  email: null,
  emailVerified: false,
  blocked: false,
  subject: null,
  isNew: true,
  secretHash: hashSecret(secret),
});

/** @throws Failure `forbidden` for whom staff have blocked */
export const refuseBlocked = (visitor: { blocked: boolean }): void => {
  if (visitor.blocked) throw new Failure('forbidden', 'The team takes no more messages from you here.');
};
