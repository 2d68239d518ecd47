import { and, eq } from 'drizzle-orm';
import type * as schema from '../../../shared/inbox/schema.ts';
import type { Context } from '../../context.ts';
import { drafts } from '../tables.ts';

export const ownDraft = (siteId: string, conversationId: string, staffId: string) =>
  and(eq(drafts.siteId, siteId), eq(drafts.conversationId, conversationId), eq(drafts.staffId, staffId));

export const findDraft = async (
  ctx: Context,
  siteId: string,
  conversationId: string,
  staffId: string,
): Promise<schema.Draft | null> => {
  const [row] = await ctx.database.read
    .select({ body: drafts.body, visibility: drafts.visibility, at: drafts.at })
    .from(drafts)
    .where(ownDraft(siteId, conversationId, staffId));
  return row ?? null;
};
