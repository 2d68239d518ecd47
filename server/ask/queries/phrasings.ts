import { and, desc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { phrasings, questions } from '../tables.ts';

export type PhrasingRow = typeof phrasings.$inferSelect;

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

/** Phrasings learned from visitors, of all questions, the newest first. */
export const listLearned = (ctx: Context, siteId: string, limit: number) =>
  ctx.database.read
    .select({
      id: phrasings.id,
      text: phrasings.text,
      question: phrasings.questionId,
      title: questions.title,
      agreed: phrasings.agreed,
      at: phrasings.createdAt,
    })
    .from(phrasings)
    .innerJoin(questions, and(eq(questions.siteId, phrasings.siteId), eq(questions.id, phrasings.questionId)))
    .where(and(eq(phrasings.siteId, siteId), eq(phrasings.source, 'learned')))
    .orderBy(desc(phrasings.createdAt), desc(phrasings.id))
    .limit(limit);
