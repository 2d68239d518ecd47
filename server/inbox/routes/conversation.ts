import { assertPresent } from '../../core/assertPresent.ts';
import { toStaffViews } from '../../core/conversations/queries/staffView.ts';
import type { Context } from '../../context.ts';
import { type ConversationRow, findConversation } from '../../core/conversations/queries/conversations.ts';
import { notFound } from '../../core/http/failure.ts';
import type { Call } from '../../core/http/mount.ts';

export const done = { done: true as const };

export const conversationOf = async ({
  ctx,
  site,
  parameter,
}: Call<'staff', unknown, unknown>): Promise<ConversationRow> => {
  const row = await findConversation(ctx, site.id, parameter('conversation'));
  if (!row) throw notFound();
  return row;
};

export const viewOne = async (ctx: Context, row: ConversationRow) =>
  assertPresent((await toStaffViews(ctx, row.siteId, [row]))[0], 'one row has one view');
