import { createHmac } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { Visitor } from '../core/people/visitors/visitor.ts';
import { countApproved } from './queries/comments.ts';

/** Who votes for or reports a comment, and how much that tells. */
export interface Origin {
  /**
   * Tells voices apart: somebody trusted is one of their own; all others at an address are one, however many secrets
   * their browsers made. A hash by the installation's secret and the comment: it leads to no address, and to no other comment.
   */
  origin: string;
  isTrusted: boolean;
}

/** Trusted: whose page signed who they are, whose email is theirs for certain, or of whom enough was approved. */
export const originOf = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  commentId: string,
  address: string,
): Promise<Origin> => {
  const isKnown = visitor.subject !== null || visitor.emailVerified;
  const isTrusted =
    isKnown ||
    (!visitor.isNew &&
      ((await countApproved(ctx, site.id, [visitor.id])).get(visitor.id) ?? 0) >=
        site.settings.comments.trustAfter);
  const voice = isTrusted ? `visitor\n${visitor.id}` : `address\n${address}`;
  const origin = createHmac('sha256', ctx.secrets.signing)
    .update(`voice\n${site.id}\n${commentId}\n${voice}`)
    .digest('base64url')
    .slice(0, 22);
  return { origin, isTrusted };
};
