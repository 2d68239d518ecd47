import { and, eq, gt, inArray, isNotNull, lt, or, type SQL } from 'drizzle-orm';
import { oldBatchSize } from '../../core/people/retention/kept.ts';
import type { Retention } from '../../core/people/retention/retention.ts';
import { lookAtRows } from '../../core/people/retention/queries/runs.ts';
import { originsByAge } from '../../core/people/retention/queries/originsByAge.ts';
import { questionVotes, suggestionEvents } from '../tables.ts';

/** Empties columns of old suggestion events: the outcome stays. */
const emptied = (
  kind: Retention['kind'],
  says: SQL | undefined,
  change: Partial<typeof suggestionEvents.$inferInsert>,
): Retention => {
  const tooOld = (siteId: string, before: number) =>
    and(eq(suggestionEvents.siteId, siteId), lt(suggestionEvents.at, before), says);
  return {
    kind,
    look: (ctx, siteId, before) =>
      lookAtRows(ctx, suggestionEvents, suggestionEvents.at, tooOld(siteId, before)),
    async next(ctx, siteId, before) {
      const rows = await ctx.database.read
        .select({ id: suggestionEvents.id })
        .from(suggestionEvents)
        .where(tooOld(siteId, before))
        .limit(oldBatchSize);
      if (rows.length === 0) return [];
      const ids = rows.map(({ id }) => id);
      return [
        {
          count: ids.length,
          write: (tx) => [
            tx
              .update(suggestionEvents)
              .set(change)
              .where(and(eq(suggestionEvents.siteId, siteId), inArray(suggestionEvents.id, ids))),
          ],
        },
      ];
    },
  };
};

/** Typed texts and visitors of old suggestion events. */
export const searchesByAge = emptied(
  'searches',
  or(
    gt(suggestionEvents.query, ''),
    isNotNull(suggestionEvents.phrase),
    isNotNull(suggestionEvents.visitorId),
  ),
  { query: '', phrase: null, visitorId: null },
);

/** Address hashes of old votes. */
export const votersByAge = emptied('addresses', isNotNull(suggestionEvents.voter), { voter: null });

/** Origins of old votes on answers and questions. */
export const voiceOriginsByAge = originsByAge(questionVotes, questionVotes.subjectId, {
  table: 'question_votes',
  subject: 'subject_id',
});
