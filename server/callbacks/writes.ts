import { ofConversation } from '../core/conversations/writes/changes.ts';
import { isClosed } from '../../shared/callbacks/machine.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import { conversations, messages } from '../core/conversations/tables.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import type { CallbackRow } from './queries.ts';
import type { Decided } from './stepRules.ts';
import { inboxPath } from '../../shared/core/mail/routes.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { linkId } from './origin.ts';

/** Updates the inbox's row about its call. */
export const touchRow = (
  tx: Queries,
  conversation: ConversationRow,
  row: CallbackRow,
  { change, row: meaning }: Decided,
  now: number,
): Statement => {
  const next = { ...row, ...change };
  const isDone = meaning.isOver || isClosed(next.state);
  return tx
    .update(conversations)
    .set({
      promiseAt: isDone ? null : next.dueAt,
      promiseMadeAt: now,
      promiseOwnerId: isDone ? null : next.ownerId,
      assigneeId: next.ownerId ?? conversation.assigneeId,
      waitingFor: meaning.waitsForVisitor || isDone ? 'visitor' : 'staff',
      ...(meaning.isOver
        ? { status: 'closed' as const, closedAt: now }
        : { status: 'open' as const, closedAt: null }),
    })
    .where(ofConversation(row.siteId, row.id));
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
