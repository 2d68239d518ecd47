import { z } from 'zod';
import { inboxConversation, message, type Notice } from '../../../shared/core/conversations/schema.ts';
import type { Context } from '../../context.ts';
import type { LogEvent } from '../events/tables.ts';
import type { WebhookSource } from '../webhookSource.ts';
import type { WebhookEvent } from '../webhookTypes.ts';
import { findConversations } from './queries/conversations.ts';
import { findMessages, toMessageViews } from './queries/messages.ts';
import { toStaffViews } from './queries/staffView.ts';

/** Webhook types of the conversation's own lines about staff and rules. */
const typeOfNotice: Partial<Record<Notice['kind'], string>> = {
  taken: 'conversation.assigned',
  given: 'conversation.assigned',
  given_back: 'conversation.assigned',
  assigned: 'conversation.assigned',
  auto_given: 'conversation.assigned',
  auto_passed: 'conversation.assigned',
  auto_returned: 'conversation.assigned',
  closed: 'conversation.closed',
  ended: 'conversation.closed',
  reopened: 'conversation.reopened',
  rated: 'conversation.rated',
  promise_moved: 'promise.moved',
  promise_escalated: 'promise.escalated',
};

const withMessage = z.object({ conversation: inboxConversation, message });

const unique = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

const read = async (ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]> => {
  const added = batch.filter(({ kind }) => kind === 'message.added');
  if (added.length === 0) return [];
  const rows = await findConversations(
    ctx,
    siteId,
    unique(added.map(({ conversationId }) => conversationId)),
  );
  const conversations = new Map((await toStaffViews(ctx, siteId, rows)).map((view) => [view.id, view]));
  const found = await findMessages(ctx, siteId, unique(added.map(({ subjectId }) => subjectId)));
  const messages = new Map((await toMessageViews(ctx, siteId, found)).map((view) => [view.id, view]));
  return added.flatMap(({ seq, at, conversationId, subjectId, visitorId }) => {
    const conversation = conversations.get(conversationId ?? '');
    const view = messages.get(subjectId ?? '');
    if (!conversation || !view) return [];
    const told = { seq, at, visitorId, conversationId, data: { conversation, message: view } };
    if (view.notice) {
      const type = typeOfNotice[view.notice.kind];
      return type ? [{ ...told, type }] : [];
    }
    const created = { ...told, type: view.visibility === 'note' ? 'note.created' : 'message.created' };
    return view.id === conversation.id ? [{ ...told, type: 'conversation.created' }, created] : [created];
  });
};

/** The source of webhooks about conversations, whichever feature they came from. */
export const conversationWebhooks: WebhookSource = {
  types: {
    'conversation.created': { summary: 'A visitor or a colleague began a conversation', data: withMessage },
    'conversation.assigned': { summary: 'A conversation was assigned, or given back', data: withMessage },
    'conversation.closed': { summary: 'A conversation was closed', data: withMessage },
    'conversation.reopened': { summary: 'A conversation was reopened', data: withMessage },
    'conversation.rated': { summary: 'A visitor rated a conversation', data: withMessage },
    'message.created': { summary: 'A visitor or a colleague wrote a message', data: withMessage },
    'note.created': { summary: 'A colleague wrote a private note', data: withMessage },
    'promise.moved': { summary: 'A visitor was told that the reply takes longer', data: withMessage },
    'promise.escalated': { summary: 'A promised reply is about to be late', data: withMessage },
  },
  read,
};
