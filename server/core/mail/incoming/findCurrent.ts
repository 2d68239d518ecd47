import type { Context } from '../../../context.ts';
import { type ConversationRow, findConversation } from '../../conversations/queries/conversations.ts';
import { findMessages } from '../../conversations/queries/messages.ts';
import type { MailRow } from '../queries.ts';
import { findSplit } from './queries.ts';

/** Follows a mail to the conversation that its messages are in now, wherever that was merged or split to. */
export const findCurrent = async (ctx: Context, mail: MailRow): Promise<ConversationRow | null> => {
  const { siteId, id, kind, conversationId, upTo } = mail;
  const [message] = kind === 'inbound' ? await findMessages(ctx, siteId, [id]) : [];
  const place = message?.conversationId ?? (upTo > 0 && (await findSplit(ctx, siteId, conversationId, upTo)));
  let row = await findConversation(ctx, siteId, place || conversationId);
  for (let step = 0; row?.mergedInto && step < 20; step++)
    row = await findConversation(ctx, siteId, row.mergedInto);
  return row;
};
