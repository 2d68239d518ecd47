import { and, asc, count, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { answers, questions } from '../tables.ts';
import type { QuestionRow } from './questions.ts';

type Reads = Pick<Context, 'database'>;

/** Public questions of a language that are no other's repeat. */
const shown = (siteId: string, language: string | null) =>
  and(
    eq(questions.siteId, siteId),
    eq(questions.published, true),
    isNull(questions.duplicateOf),
    language === null ? undefined : eq(questions.language, language),
  );

/** The questions whose answers have helped most people. */
export const listHelpful = (
  ctx: Reads,
  siteId: string,
  language: string,
  limit: number,
): Promise<QuestionRow[]> =>
  ctx.database.read
    .select()
    .from(questions)
    .where(and(shown(siteId, language), gt(questions.solved, 0)))
    .orderBy(desc(questions.solved), asc(questions.id))
    .limit(limit);

/** Answers read at once to find the questions that were answered last. */
const answersAtOnce = 60;

/** The questions that were answered last, the newest answer first. @param language null for every language */
export const listAnsweredLast = async (
  ctx: Reads,
  siteId: string,
  language: string | null,
  limit: number,
): Promise<QuestionRow[]> => {
  const found = new Map<string, QuestionRow>();
  // Along the index of times: grouping by question would read every answer there is.
  for (let offset = 0; found.size < limit; offset += answersAtOnce) {
    const rows = await ctx.database.read
      .select({ question: questions })
      .from(answers)
      .innerJoin(questions, and(eq(questions.siteId, answers.siteId), eq(questions.id, answers.questionId)))
      .where(and(eq(answers.siteId, siteId), eq(answers.state, 'public'), shown(siteId, language)))
      .orderBy(desc(answers.createdAt), desc(answers.id))
      .limit(answersAtOnce)
      .offset(offset);
    for (const { question } of rows)
      if (found.size < limit && !found.has(question.id)) found.set(question.id, question);
    if (rows.length < answersAtOnce) break;
  }
  return [...found.values()];
};

/** Counts questions that search engines are told of. */
export const countListed = async (ctx: Reads, siteId: string): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ total: count().mapWith(Number) })
    .from(questions)
    .where(shown(siteId, null));
  return row?.total ?? 0;
};

/** Questions for search engines, by id: a page of them. */
export const listForSitemap = (
  ctx: Reads,
  siteId: string,
  { offset, after, limit }: { offset?: number; after?: string; limit: number },
) =>
  ctx.database.read
    .select({ id: questions.id, slug: questions.slug, updatedAt: questions.updatedAt })
    .from(questions)
    .where(and(shown(siteId, null), after === undefined ? undefined : gt(questions.id, after)))
    .orderBy(asc(questions.id))
    .limit(limit)
    .offset(offset ?? 0);
