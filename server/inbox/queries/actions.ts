import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { type ConversationRow, findConversation } from '../../core/conversations/queries/conversations.ts';
import { notFound } from '../../core/http/failure.ts';
import { inboxActions } from '../tables.ts';

/** The result of an action on conversations, with those that could not take it. */
export interface Done {
  rows: ConversationRow[];
  refused: string[];
  undoable: boolean;
}

export const findAction = async (ctx: Context, siteId: string, id: string) => {
  const [action] = await ctx.database.read
    .select()
    .from(inboxActions)
    .where(and(eq(inboxActions.siteId, siteId), eq(inboxActions.id, id)));
  return action ?? null;
};

export const findOwn = async (ctx: Context, siteId: string, id: string): Promise<ConversationRow> => {
  const row = await findConversation(ctx, siteId, id);
  if (!row) throw notFound();
  return row;
};
