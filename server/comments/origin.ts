import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { Visitor } from '../core/people/visitors/visitor.ts';
import { voiceOf } from '../core/people/voice.ts';
import { countApproved } from './queries/comments.ts';

/** The person who votes for or reports a comment, and how much that tells. */
export interface Origin {
  /** See {@link voiceOf}. */
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
  const origin = voiceOf(ctx, site.id, commentId, { visitor, isTrusted, address });
  return { origin, isTrusted };
};
