import type { Context } from '../../../context.ts';
import { type ConversationRow, findConversation } from '../../conversations/queries/conversations.ts';

/** Follows a conversation to where its messages are now. */
export const findCurrent = async (
  ctx: Context,
  siteId: string,
  id: string,
): Promise<ConversationRow | null> => {
  let row = await findConversation(ctx, siteId, id);
  for (let step = 0; row?.mergedInto && step < 20; step++)
    row = await findConversation(ctx, siteId, row.mergedInto);
  return row;
};
