import { and, eq, isNotNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { conversations } from '../../core/conversations/tables.ts';

/** Whether anybody of a site's visitors has ever had a reply. */
export const hasReplied = async (ctx: Pick<Context, 'database'>, siteId: string): Promise<boolean> => {
  const found = await ctx.database.read
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.siteId, siteId), isNotNull(conversations.firstReplyAt)))
    .limit(1);
  return found.length > 0;
};
