import { insertSecret, verifyEmail } from '../people/visitors/writes.ts';
import type { Context } from '../../context.ts';
import { type ConversationRow, findConversation } from '../conversations/queries/conversations.ts';
import { Failure } from '../http/failure.ts';
import { hashSecret } from '../people/secrets.ts';
import type { Site } from '../people/sites/sites.ts';
import type { Visitor } from '../people/visitors/visitor.ts';
import { findMail, useLink } from './queries.ts';
import { readResumeToken } from './signing.ts';

const gone = () => new Failure('forbidden', 'This link has been used or has expired.');

/**
 * Exchanges a link's token for what a browser has from then on: its own secret becomes the visitor's. The link works
 * once; a browser that is the visitor's already goes on without using it up.
 * @param known who the browser is so far, if anybody
 * @param takeSecret gives the secret that becomes the visitor's; called only when it will be
 * @throws Failure `forbidden` for a link that is not ours, has ended, or was used
 */
export const resume = async (
  ctx: Context,
  site: Site,
  token: string,
  known: Visitor | null,
  takeSecret: () => string,
): Promise<ConversationRow> => {
  const link = readResumeToken(ctx, token);
  if (!link || link.siteId !== site.id) throw gone();
  const row = await findConversation(ctx, site.id, link.conversationId, link.visitorId);
  if (!row) throw gone();
  if (known && known.id === link.visitorId) return row;
  const now = ctx.clock.now();
  if (link.endsAt <= now) throw gone();
  const secret = takeSecret();
  // Who has the link reads what comes to its address.
  const mail = await findMail(ctx, site.id, link.mailId);
  const applied = await ctx.database.write((tx) => [
    useLink(tx, site.id, hashSecret(token), link.endsAt),
    insertSecret(tx, { siteId: site.id, visitorId: link.visitorId, secret }, now),
    ...(mail ? [verifyEmail(tx, site.id, link.visitorId, mail.address, now)] : []),
  ]);
  if (!applied) throw gone();
  return row;
};
