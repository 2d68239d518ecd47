import { and, asc, eq, gt, inArray, or } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { answerOrder } from './answers.ts';
import { answers, phrasings, questions } from '../tables.ts';

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

/** Maps duplicates to the question they were merged into. */
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
    .where(and(eq(answers.siteId, siteId), inArray(answers.questionId, ids), eq(answers.state, 'public')))
    // As `listAnswers` has them: passages are places in all of them together.
    .orderBy(...answerOrder);

export const phrasingsForSearch = (ctx: Pick<Context, 'database'>, siteId: string, ids: string[]) =>
  ctx.database.read
    .select()
    .from(phrasings)
    .where(and(eq(phrasings.siteId, siteId), inArray(phrasings.questionId, ids)));
