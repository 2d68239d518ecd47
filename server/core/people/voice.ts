import { createHmac } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { Visitor } from './visitors/visitor.ts';

/**
 * Tells voices apart: somebody trusted is one of their own; all others at an address are one, however many secrets
 * their browsers made. A hash by the installation's secret and what it's about: it leads to no address, and to nothing
 * else that they spoke on.
 */
export const voiceOf = (
  ctx: Pick<Context, 'secrets'>,
  siteId: string,
  subjectId: string,
  who: { visitor: Pick<Visitor, 'id'>; isTrusted: boolean; address: string },
): string =>
  createHmac('sha256', ctx.secrets.signing)
    .update(
      `voice\n${siteId}\n${subjectId}\n${who.isTrusted ? `visitor\n${who.visitor.id}` : `address\n${who.address}`}`,
    )
    .digest('base64url')
    .slice(0, 22);
