import { asc, eq } from 'drizzle-orm';
import type * as schema from '../../../shared/inbox/schema.ts';
import type { Context } from '../../context.ts';
import { cannedReplies } from '../tables.ts';

export const listReplies = (ctx: Context, siteId: string): Promise<schema.CannedReply[]> =>
  ctx.database.read
    .select({
      id: cannedReplies.id,
      shortcut: cannedReplies.shortcut,
      title: cannedReplies.title,
      body: cannedReplies.body,
      language: cannedReplies.language,
    })
    .from(cannedReplies)
    .where(eq(cannedReplies.siteId, siteId))
    .orderBy(asc(cannedReplies.shortcut), asc(cannedReplies.language));
