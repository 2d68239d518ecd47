import { and, asc, count, countDistinct, desc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { decisive, type Queries, type Statement } from '../core/db/database.ts';
import { answers, phrasings, pins, questions, suggestionEvents, synonyms } from './tables.ts';

export type QuestionRow = typeof questions.$inferSelect;
export type AnswerRow = typeof answers.$inferSelect;
export type PhrasingRow = typeof phrasings.$inferSelect;

const ofQuestion = (siteId: string, id: string) => and(eq(questions.siteId, siteId), eq(questions.id, id));

/** A question that everybody may read. */
export const findPublished = async (
  ctx: Context,
  siteId: string,
  id: string,
): Promise<QuestionRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(questions)
    .where(and(ofQuestion(siteId, id), eq(questions.published, true)))
    .limit(1);
  return row ?? null;
};

export const findPublishedMany = (ctx: Context, siteId: string, ids: string[]): Promise<QuestionRow[]> =>
  ctx.database.read
    .select()
    .from(questions)
    .where(and(eq(questions.siteId, siteId), inArray(questions.id, ids), eq(questions.published, true)));

export const findQuestionById = async (
  ctx: Context,
  siteId: string,
  id: string,
): Promise<QuestionRow | null> => {
  const [row] = await ctx.database.read.select().from(questions).where(ofQuestion(siteId, id)).limit(1);
  return row ?? null;
};

export const findQuestionOf = async (
  ctx: Context,
  siteId: string,
  conversationId: string,
): Promise<QuestionRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(questions)
    .where(and(eq(questions.siteId, siteId), eq(questions.conversationId, conversationId)))
    .limit(1);
  return row ?? null;
};

/** Answers of some questions: accepted, then official, then the oldest first. */
export const listAnswers = (ctx: Context, siteId: string, questionIds: string[]): Promise<AnswerRow[]> =>
  ctx.database.read
    .select()
    .from(answers)
    .where(and(eq(answers.siteId, siteId), inArray(answers.questionId, questionIds)))
    .orderBy(desc(answers.accepted), desc(answers.official), asc(answers.createdAt), asc(answers.id));

export const findAnswer = async (ctx: Context, siteId: string, id: string): Promise<AnswerRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(answers)
    .where(and(eq(answers.siteId, siteId), eq(answers.id, id)))
    .limit(1);
  return row ?? null;
};

/** Public questions, the newest first; a page at a time. */
export const listPublished = (
  ctx: Context,
  siteId: string,
  filter: { language?: string; category?: string },
  limit: number,
  offset: number,
): Promise<QuestionRow[]> =>
  ctx.database.read
    .select()
    .from(questions)
    .where(publishedWhere(siteId, filter))
    .orderBy(desc(questions.createdAt), desc(questions.id))
    .limit(limit)
    .offset(offset);

const publishedWhere = (siteId: string, filter: { language?: string; category?: string }) =>
  and(
    eq(questions.siteId, siteId),
    eq(questions.published, true),
    filter.language ? eq(questions.language, filter.language) : undefined,
    filter.category ? eq(questions.category, filter.category) : undefined,
  );

export const countPublished = async (
  ctx: Context,
  siteId: string,
  filter: { language?: string; category?: string },
): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ total: count().mapWith(Number) })
    .from(questions)
    .where(publishedWhere(siteId, filter));
  return row?.total ?? 0;
};

/** Categories that have public questions, the fullest first. */
export const listCategories = async (ctx: Context, siteId: string, language: string | undefined) => {
  const total = count().mapWith(Number);
  const rows = await ctx.database.read
    .select({ category: questions.category, total })
    .from(questions)
    .where(publishedWhere(siteId, language ? { language } : {}))
    .groupBy(questions.category)
    .orderBy(desc(count()), asc(questions.category));
  return rows.flatMap((row) => (row.category ? [{ name: row.category, total: row.total }] : []));
};

/** Published questions after an id, for building the search index in batches. */
export const pageForSearch = (ctx: Pick<Context, 'database'>, siteId: string, after: string, limit: number) =>
  ctx.database.read
    .select()
    .from(questions)
    .where(and(eq(questions.siteId, siteId), gt(questions.id, after), eq(questions.published, true)))
    .orderBy(asc(questions.id))
    .limit(limit);

/** Public questions among some ids, and those that are duplicates of one of them. */
export const someForSearch = (ctx: Pick<Context, 'database'>, siteId: string, ids: string[]) =>
  ctx.database.read
    .select()
    .from(questions)
    .where(
      and(
        eq(questions.siteId, siteId),
        or(inArray(questions.id, ids), inArray(questions.duplicateOf, ids)),
        eq(questions.published, true),
      ),
    );

/** What some questions are duplicates of. */
export const canonicalOf = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  ids: string[],
): Promise<string[]> => {
  const rows = await ctx.database.read
    .select({ duplicateOf: questions.duplicateOf })
    .from(questions)
    .where(and(eq(questions.siteId, siteId), inArray(questions.id, ids)));
  return rows.flatMap((row) => row.duplicateOf ?? []);
};

export const publishedAmong = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  ids: string[],
): Promise<Set<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await ctx.database.read
    .select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.siteId, siteId), inArray(questions.id, ids), eq(questions.published, true)));
  return new Set(rows.map((row) => row.id));
};

export const answersForSearch = (ctx: Pick<Context, 'database'>, siteId: string, ids: string[]) =>
  ctx.database.read
    .select({
      questionId: answers.questionId,
      rich: answers.rich,
      official: answers.official,
      accepted: answers.accepted,
    })
    .from(answers)
    .where(and(eq(answers.siteId, siteId), inArray(answers.questionId, ids)));

export const phrasingsForSearch = (ctx: Pick<Context, 'database'>, siteId: string, ids: string[]) =>
  ctx.database.read
    .select()
    .from(phrasings)
    .where(and(eq(phrasings.siteId, siteId), inArray(phrasings.questionId, ids)));

export const insertQuestion = (tx: Queries, values: typeof questions.$inferInsert): Statement =>
  tx.insert(questions).values(values);

export const insertAnswer = (tx: Queries, values: typeof answers.$inferInsert): Statement =>
  tx.insert(answers).values(values);

export const insertPhrasings = (tx: Queries, values: (typeof phrasings.$inferInsert)[]): Statement[] =>
  values.length ? [tx.insert(phrasings).values(values)] : [];

export const updateQuestion = (
  tx: Queries,
  siteId: string,
  id: string,
  change: Partial<QuestionRow>,
): Statement => tx.update(questions).set(change).where(ofQuestion(siteId, id));

export const updateAnswer = (
  tx: Queries,
  siteId: string,
  id: string,
  change: Partial<AnswerRow>,
): Statement =>
  tx
    .update(answers)
    .set(change)
    .where(and(eq(answers.siteId, siteId), eq(answers.id, id)));

export type SuggestionEvent = Omit<typeof suggestionEvents.$inferInsert, 'siteId' | 'at'>;

/** Statement that keeps what became of a suggestion; the same id again changes nothing. */
export const insertSuggestionEvent = (
  tx: Queries,
  siteId: string,
  now: number,
  event: SuggestionEvent,
): Statement =>
  tx
    .insert(suggestionEvents)
    .values({ ...event, siteId, at: now })
    .onConflictDoNothing();

/**
 * Keeps an event; "solved" counts once a session and question.
 * @returns false when it had been kept before, or its session has said so already
 */
export const recordSuggestionEvent = async (
  ctx: Context,
  siteId: string,
  event: SuggestionEvent,
): Promise<boolean> => {
  const now = ctx.clock.now();
  const [before] =
    event.kind === 'solved' || event.kind === 'not_quite'
      ? await ctx.database.read
          .select({ id: suggestionEvents.id })
          .from(suggestionEvents)
          .where(
            and(
              eq(suggestionEvents.siteId, siteId),
              eq(suggestionEvents.questionId, event.questionId ?? ''),
              eq(suggestionEvents.kind, event.kind),
              or(eq(suggestionEvents.session, event.session), eq(suggestionEvents.id, event.id)),
            ),
          )
          .limit(1)
      : [];
  if (before) return false;
  return ctx.database.write((tx) => [
    decisive(insertSuggestionEvent(tx, siteId, now, event)),
    ...(event.kind === 'solved' && event.questionId
      ? [
          tx
            .update(questions)
            .set({ solved: sql`${questions.solved} + 1` })
            .where(ofQuestion(siteId, event.questionId)),
        ]
      : []),
  ]);
};

/** A question by where an import took it from. */
export const findBySource = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  sourceId: string,
): Promise<QuestionRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(questions)
    .where(and(eq(questions.siteId, siteId), eq(questions.sourceId, sourceId)))
    .limit(1);
  return row ?? null;
};

/** Sessions and addresses that said a kind of thing of a question after typing the same words, since an instant. */
export const countVoters = async (
  ctx: Context,
  siteId: string,
  of: { questionId: string; phrase: string; kind: 'solved' | 'not_quite'; since: number },
): Promise<{ sessions: number; voters: number }> => {
  const [row] = await ctx.database.read
    .select({
      sessions: countDistinct(suggestionEvents.session).mapWith(Number),
      voters: countDistinct(suggestionEvents.voter).mapWith(Number),
    })
    .from(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        eq(suggestionEvents.questionId, of.questionId),
        eq(suggestionEvents.kind, of.kind),
        eq(suggestionEvents.phrase, of.phrase),
        gt(suggestionEvents.at, of.since),
      ),
    );
  return row ?? { sessions: 0, voters: 0 };
};

/** Other words of a question, the strongest first. */
export const listPhrasings = (ctx: Context, siteId: string, questionId: string): Promise<PhrasingRow[]> =>
  ctx.database.read
    .select()
    .from(phrasings)
    .where(and(eq(phrasings.siteId, siteId), eq(phrasings.questionId, questionId)))
    .orderBy(desc(phrasings.agreed), desc(phrasings.createdAt), desc(phrasings.id));

export const findPhrasing = async (ctx: Context, siteId: string, id: string): Promise<PhrasingRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(phrasings)
    .where(and(eq(phrasings.siteId, siteId), eq(phrasings.id, id)))
    .limit(1);
  return row ?? null;
};

/** Statement that learns a phrasing; one that was learned meanwhile stays as it is. */
export const insertLearned = (tx: Queries, values: typeof phrasings.$inferInsert): Statement =>
  tx.insert(phrasings).values(values).onConflictDoNothing();

export const setAgreed = (tx: Queries, siteId: string, id: string, agreed: number): Statement =>
  tx
    .update(phrasings)
    .set({ agreed })
    .where(and(eq(phrasings.siteId, siteId), eq(phrasings.id, id)));

export const deletePhrasings = (tx: Queries, siteId: string, ids: string[]): Statement[] =>
  ids.length
    ? [tx.delete(phrasings).where(and(eq(phrasings.siteId, siteId), inArray(phrasings.id, ids)))]
    : [];

/** Makes a question, and all that were its duplicates, duplicates of another. */
export const linkDuplicate = (tx: Queries, siteId: string, id: string, of: string): Statement =>
  tx
    .update(questions)
    .set({ duplicateOf: of })
    .where(and(eq(questions.siteId, siteId), or(eq(questions.id, id), eq(questions.duplicateOf, id))));

export const listDuplicates = (ctx: Context, siteId: string, of: string) =>
  ctx.database.read
    .select({ id: questions.id, title: questions.title })
    .from(questions)
    .where(and(eq(questions.siteId, siteId), eq(questions.duplicateOf, of)))
    .orderBy(asc(questions.id));

export const listSynonyms = (ctx: Pick<Context, 'database'>, siteId: string) =>
  ctx.database.read.select().from(synonyms).where(eq(synonyms.siteId, siteId)).orderBy(asc(synonyms.id));

export const insertSynonym = (tx: Queries, values: typeof synonyms.$inferInsert): Statement =>
  tx.insert(synonyms).values(values).onConflictDoNothing();

export const deleteSynonym = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(synonyms).where(and(eq(synonyms.siteId, siteId), eq(synonyms.id, id)));

export const listPins = (ctx: Pick<Context, 'database'>, siteId: string) =>
  ctx.database.read.select().from(pins).where(eq(pins.siteId, siteId)).orderBy(asc(pins.id));

export const insertPin = (tx: Queries, values: typeof pins.$inferInsert): Statement =>
  tx.insert(pins).values(values).onConflictDoNothing();

export const deletePin = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(pins).where(and(eq(pins.siteId, siteId), eq(pins.id, id)));

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
