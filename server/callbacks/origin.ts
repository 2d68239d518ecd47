import { createHash } from 'node:crypto';
import { inboxPath } from '../../shared/core/mail/routes.ts';
import type { Context } from '../context.ts';
import type { ConversationRow } from '../core/conversations/queries.ts';
import { messages } from '../core/conversations/tables.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import type { Site } from '../core/people/sites/sites.ts';

/** The id of the note that says where a call came from: the same at every try. */
export const linkId = (callbackId: string): string => {
  const hex = createHash('sha256').update(`origin\n${callbackId}`).digest('hex');
  return `${callbackId.slice(0, 24)}${hex.slice(0, 12)}`;
};

/** Puts a note with a link to the conversation that a call was asked for from into the call's own. */
export const linkOrigin = (
  ctx: Pick<Context, 'config'>,
  tx: Queries,
  site: Site,
  origin: ConversationRow,
  place: { conversation: string; seq: number; now: number },
): Statement => {
  const href = ctx.config.publicUrl + inboxPath(site.key, origin.id);
  return tx.insert(messages).values({
    siteId: site.id,
    conversationId: place.conversation,
    seq: place.seq,
    id: linkId(place.conversation),
    authorKind: 'system',
    authorId: null,
    visibility: 'note',
    body: `${origin.subject}\n${href}`,
    rich: [{ tag: 'p', children: ['↪ ', { tag: 'a', href, children: [origin.subject] }] }],
    attachments: null,
    at: place.now,
  });
};
