import { and, asc, eq, gt, inArray, notInArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { suggestionEvents } from '../tables.ts';

/** Events of suggestions after an id, in order. */
export const listEventsAfter = (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  after: string,
  limit: number,
) =>
  database.read
    .select({
      id: suggestionEvents.id,
      kind: suggestionEvents.kind,
      questionId: suggestionEvents.questionId,
      language: suggestionEvents.language,
      at: suggestionEvents.at,
    })
    .from(suggestionEvents)
    .where(and(eq(suggestionEvents.siteId, siteId), gt(suggestionEvents.id, after)))
    .orderBy(asc(suggestionEvents.id))
    .limit(limit);

/** Which of some sent questions followed a search that had shown nothing. */
export const listSentInVain = async (
  { database: { read } }: Pick<Context, 'database'>,
  siteId: string,
  ids: string[],
) => {
  if (ids.length === 0) return [];
  const sent = await read
    .select({
      id: suggestionEvents.id,
      session: suggestionEvents.session,
      language: suggestionEvents.language,
      at: suggestionEvents.at,
    })
    .from(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        inArray(suggestionEvents.id, ids),
        eq(suggestionEvents.kind, 'sent'),
      ),
    );
  if (sent.length === 0) return [];
  const seen = await read
    .select({ session: suggestionEvents.session })
    .from(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        inArray(
          suggestionEvents.session,
          sent.map(({ session }) => session),
        ),
        notInArray(suggestionEvents.kind, ['sent', 'dismissed']),
      ),
    );
  const shown = new Set(seen.map(({ session }) => session));
  return sent.filter(({ session }) => !shown.has(session));
};
