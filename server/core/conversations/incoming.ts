import type { IncomingSource } from '../incoming.ts';
import { listBegun } from './queries/begun.ts';

/** First messages of conversations, whichever feature they came from: what people write to the team about. */
export const incomingConversations: IncomingSource = {
  events: ['message.added', 'conversation.let_in'],
  list: async (ctx, siteId, since, limit) =>
    (await listBegun(ctx, siteId, since, limit)).map(({ id, subject, body, ...row }) => ({
      ...row,
      id,
      kind: 'conversation',
      // The subject of a chat is how its first message begins.
      text: body.startsWith(subject) ? body : `${subject}\n${body}`,
      person: row.visitorId,
      conversationId: id,
    })),
};
