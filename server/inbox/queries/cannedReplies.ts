import { and, asc, eq, inArray } from 'drizzle-orm';
import type * as schema from '../../../shared/inbox/schema.ts';
import type { Context } from '../../context.ts';
import { cannedReplies } from '../tables.ts';

const columns = {
  id: cannedReplies.id,
  shortcut: cannedReplies.shortcut,
  title: cannedReplies.title,
  body: cannedReplies.body,
  language: cannedReplies.language,
};

export const listReplies = (ctx: Pick<Context, 'database'>, siteId: string): Promise<schema.CannedReply[]> =>
  ctx.database.read
    .select(columns)
    .from(cannedReplies)
    .where(eq(cannedReplies.siteId, siteId))
    .orderBy(asc(cannedReplies.shortcut), asc(cannedReplies.language));

/** Those of some ids that there are. */
export const findReplies = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  ids: readonly string[],
): Promise<schema.CannedReply[]> =>
  ids.length === 0
    ? []
    : ctx.database.read
        .select(columns)
        .from(cannedReplies)
        .where(and(eq(cannedReplies.siteId, siteId), inArray(cannedReplies.id, [...ids])));
