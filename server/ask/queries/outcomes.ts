import { and, countDistinct, desc, eq, gt, inArray, lt, max, ne, notInArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { suggestionEvents } from '../tables.ts';

export type SuggestionEvent = Omit<typeof suggestionEvents.$inferInsert, 'siteId' | 'at'>;

/** Typed texts before an outcome, the newest first: the floor is tuned by them. */
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
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        gt(suggestionEvents.at, since),
        // Staff say that, nobody who searched.
        ne(suggestionEvents.kind, 'dismissed'),
      ),
    );
  return row?.sessions ?? 0;
};

/** Texts that were sent to the team though no answer had been shown in their session, the newest first. */
export const listSentUnseen = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  since: number,
  limit: number,
) => {
  const read = ctx.database.read;
  const seen = read
    .select({ session: suggestionEvents.session })
    .from(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        gt(suggestionEvents.at, since),
        inArray(suggestionEvents.kind, ['shown', 'opened', 'solved', 'not_quite']),
      ),
    );
  return read
    .select({ query: suggestionEvents.query, at: suggestionEvents.at })
    .from(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        eq(suggestionEvents.kind, 'sent'),
        gt(suggestionEvents.at, since),
        notInArray(suggestionEvents.session, seen),
      ),
    )
    .orderBy(desc(suggestionEvents.at), desc(suggestionEvents.id))
    .limit(limit);
};

/** When each phrase was last dismissed. */
export const listDismissed = (ctx: Pick<Context, 'database'>, siteId: string, since: number) =>
  ctx.database.read
    .select({ phrase: suggestionEvents.query, at: max(suggestionEvents.at) })
    .from(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        eq(suggestionEvents.kind, 'dismissed'),
        gt(suggestionEvents.at, since),
      ),
    )
    .groupBy(suggestionEvents.query);

/** Typed texts and their outcomes, the newest first. @param until an instant that they are before */
export const listSearchEvents = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  since: number,
  limit: number,
  until?: number,
) =>
  ctx.database.read
    .select({
      session: suggestionEvents.session,
      kind: suggestionEvents.kind,
      query: suggestionEvents.query,
      visitorId: suggestionEvents.visitorId,
      language: suggestionEvents.language,
      at: suggestionEvents.at,
    })
    .from(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        gt(suggestionEvents.at, since),
        until === undefined ? undefined : lt(suggestionEvents.at, until),
        // Staff say that, nobody who searched.
        ne(suggestionEvents.kind, 'dismissed'),
      ),
    )
    .orderBy(desc(suggestionEvents.at), desc(suggestionEvents.id))
    .limit(limit);
