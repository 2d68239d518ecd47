import { newId } from '../../../../shared/core/ids.ts';
import { Failure } from '../../http/failure.ts';
import { hashSecret, isSecret } from '../secrets.ts';

export interface Visitor {
  id: string;
  siteId: string;
  name: string | null;
  email: string | null;
  /** True when the address is theirs for certain: it came signed, or they answered a mail from it. */
  emailVerified: boolean;
  /** Staff take no more writes of theirs. */
  blocked: boolean;
  /** The person's id on the site itself, when that was signed. */
  subject: string | null;
  /** True while nothing of them is stored: {@link insertVisitor} goes into the first write's commit. */
  isNew: boolean;
  /** Empty for who was never in a browser: nothing authorises them. */
  secretHash: string;
}

/** The secret of an `Authorization: Bearer` header, or null when there is none or it cannot be one. */
export const readBearer = (header: string | undefined): string | null => {
  const secret = /^Bearer ([A-Za-z0-9_-]+)$/.exec(header ?? '')?.[1];
  return secret !== undefined && isSecret(secret) ? secret : null;
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
  if (visitor.blocked) throw new Failure('forbidden', 'You can’t send messages here any more.');
};
