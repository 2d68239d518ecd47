import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { answers, phrasings, questionRedirects, questions } from '../tables.ts';
import type { AnswerRow } from './answers.ts';
import type { QuestionRow } from './questions.ts';

type Reads = Pick<Context, 'database'>;

/** Public questions by id: a page of them. */
export const pageQuestions = (
  ctx: Reads,
  siteId: string,
  after: string,
  limit: number,
): Promise<QuestionRow[]> =>
  ctx.database.read
    .select()
    .from(questions)
    .where(and(eq(questions.siteId, siteId), eq(questions.published, true), gt(questions.id, after)))
    .orderBy(asc(questions.id))
    .limit(limit);

/** Other words of some questions that came with them, the oldest first. */
export const listPhrasingsOf = (ctx: Reads, siteId: string, ids: readonly string[]) =>
  ctx.database.read
    .select({ questionId: phrasings.questionId, text: phrasings.text })
    .from(phrasings)
    .where(
      and(
        eq(phrasings.siteId, siteId),
        inArray(phrasings.questionId, [...ids]),
        eq(phrasings.source, 'import'),
      ),
    )
    .orderBy(asc(phrasings.createdAt), asc(phrasings.text));

/** Answers by their ids, whatever their state. */
export const findAnswersByIds = (ctx: Reads, siteId: string, ids: readonly string[]): Promise<AnswerRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.database.read
        .select()
        .from(answers)
        .where(and(eq(answers.siteId, siteId), inArray(answers.id, [...ids])));

/** Former paths of some questions. */
export const listRedirectsOf = (ctx: Reads, siteId: string, ids: readonly string[]) =>
  ctx.database.read
    .select({ questionId: questionRedirects.questionId, path: questionRedirects.path })
    .from(questionRedirects)
    .where(and(eq(questionRedirects.siteId, siteId), inArray(questionRedirects.questionId, [...ids])))
    .orderBy(asc(questionRedirects.path));

/** The public question that a former path leads to. */
export const findByFormerPath = async (
  ctx: Reads,
  siteId: string,
  path: string,
): Promise<Pick<QuestionRow, 'id' | 'slug' | 'language'> | null> => {
  const [row] = await ctx.database.read
    .select({ id: questions.id, slug: questions.slug, language: questions.language })
    .from(questionRedirects)
    .innerJoin(
      questions,
      and(eq(questions.siteId, questionRedirects.siteId), eq(questions.id, questionRedirects.questionId)),
    )
    .where(
      and(
        eq(questionRedirects.siteId, siteId),
        eq(questionRedirects.path, path),
        eq(questions.published, true),
      ),
    )
    .limit(1);
  return row ?? null;
};
