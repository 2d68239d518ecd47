import { and, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { isOfOwn } from '../../core/conversations/queries/personalData.ts';
import type { Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import type { AccountMerger } from '../../core/people/visitors/accountMerger.ts';
import { searchVectors } from '../../core/search/tables.ts';
import { questionChangedEvent } from '../searchSource.ts';
import { forgetSuggestions } from '../suggestions.ts';
import { phrasings, suggestionEvents } from '../tables.ts';
import { deletePhrasings } from '../writes/phrasings.ts';

/** Visits to the ask box that were a person's: they were known then, or sent what they had typed. */
const searchTable = {
  kind: 'searches',
  table: suggestionEvents,
  key: suggestionEvents.id,
  of: (person: Person) =>
    and(
      or(gt(suggestionEvents.query, ''), isNotNull(suggestionEvents.visitorId)),
      sql`${suggestionEvents.session} in (select asked.session from suggestion_events asked where asked.site_id = ${person.siteId} and (${person.visitors.length ? sql`asked.visitor_id in ${person.visitors}` : sql`1 = 0`} or ${isOfOwn(sql`asked.id`, person)}))`,
    ),
  without: ['phrase', 'voter'],
} as const;

/** Phrasings that were learned from what somebody typed. */
const learnedFrom = async (ctx: Context, siteId: string, phrases: string[]) =>
  phrases.length
    ? await ctx.database.read
        .select({ id: phrasings.id, question: phrasings.questionId })
        .from(phrasings)
        .where(
          and(
            eq(phrasings.siteId, siteId),
            eq(phrasings.source, 'learned'),
            inArray(phrasings.phrase, phrases),
          ),
        )
    : [];

/**
 * A person's searches, and the phrases learned from them. What became of each search stays, without the words: the
 * share of people who find an answer follows from it.
 */
export const personalSearches: PersonalData = {
  ...personalTable(searchTable),
  async erase(ctx, person) {
    const { siteId } = person;
    const page = await pageOfRows(ctx, searchTable, person, '', 50);
    if (page.length === 0) return null;
    // A visit goes as a whole: one of its rows may be all that says whose it was.
    const sessions = [...new Set(page.map(({ row }) => row.session))].slice(0, 20);
    const inSessions = and(eq(suggestionEvents.siteId, siteId), inArray(suggestionEvents.session, sessions));
    const typed = await ctx.database.read
      .select({ phrase: suggestionEvents.phrase })
      .from(suggestionEvents)
      .where(inSessions);
    const learned = await learnedFrom(
      ctx,
      siteId,
      typed.flatMap(({ phrase }) => phrase ?? []),
    );
    const ids = learned.map(({ id }) => id);
    return {
      events: [...new Set(learned.map(({ question }) => question))].map(questionChangedEvent),
      write: (tx) => [
        ...deletePhrasings(tx, siteId, ids),
        ...(ids.length
          ? [
              tx
                .delete(searchVectors)
                .where(and(eq(searchVectors.siteId, siteId), inArray(searchVectors.id, ids))),
            ]
          : []),
        tx
          .update(suggestionEvents)
          .set({ query: '', phrase: null, voter: null, visitorId: null })
          .where(inSessions),
      ],
    };
  },
  // A question that was sent is an outcome, too, under the same id.
  redact: (tx, siteId, messageId, what) =>
    what === 'file'
      ? []
      : [
          tx
            .update(suggestionEvents)
            .set({ query: '', phrase: null })
            .where(and(eq(suggestionEvents.siteId, siteId), eq(suggestionEvents.id, messageId))),
        ],
  async forget(ctx, siteId) {
    forgetSuggestions(ctx);
    await ctx.search.rebuild(siteId);
  },
};

/** See {@link AccountMerger}. */
export const mergeSearches: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .update(suggestionEvents)
    .set({ visitorId: account })
    .where(and(eq(suggestionEvents.siteId, siteId), eq(suggestionEvents.visitorId, visitor))),
];
