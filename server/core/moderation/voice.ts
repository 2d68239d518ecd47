import type { Context } from '../../context.ts';
import type { Site } from '../people/sites/sites.ts';
import { voiceOf } from '../people/voice.ts';
import type { Visitor } from '../people/visitors/visitor.ts';
import { isTrustedVoice } from './contribution.ts';

/** The person who votes for or reports something, and how much that tells. */
export interface Origin {
  /** See {@link voiceOf}. */
  origin: string;
  isTrusted: boolean;
}

/** The origin of a vote or a report: the visitor where they are known or trusted, otherwise their address. */
export const originOf = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  subject: string,
  address: string,
): Promise<Origin> => {
  const isTrusted = await isTrustedVoice(ctx, site, visitor);
  return { origin: voiceOf(ctx, site.id, subject, { visitor, isTrusted, address }), isTrusted };
};
