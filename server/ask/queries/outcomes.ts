import { and, countDistinct, desc, eq, gt, inArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { suggestionEvents } from '../tables.ts';

export type SuggestionEvent = Omit<typeof suggestionEvents.$inferInsert, 'siteId' | 'at'>;

/** What people typed before an outcome, the newest first: what the floor is tuned by. */
export const listOutcomes = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  kinds: ('opened' | 'solved' | 'sent')[],
  since: number,
  limit: number,
) =>
  ctx.database.read
    .select({
      session: suggestionEvents.session,
      questionId: suggestionEvents.questionId,
      query: suggestionEvents.query,
    })
    .from(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        inArray(suggestionEvents.kind, kinds),
        gt(suggestionEvents.at, since),
      ),
    )
    .orderBy(desc(suggestionEvents.at), desc(suggestionEvents.id))
    .limit(limit);

/** Sessions that had anything to do with suggestions since an instant. */
export const countSessions = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  since: number,
): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ sessions: countDistinct(suggestionEvents.session).mapWith(Number) })
    .from(suggestionEvents)
    .where(and(eq(suggestionEvents.siteId, siteId), gt(suggestionEvents.at, since)));
  return row?.sessions ?? 0;
};
