import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { questions } from '../tables.ts';

export type QuestionRow = typeof questions.$inferSelect;

export const ofQuestion = (siteId: string, id: string) =>
  and(eq(questions.siteId, siteId), eq(questions.id, id));

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

/** Questions by their ids, public or not. */
export const findQuestions = async (ctx: Context, siteId: string, ids: string[]): Promise<QuestionRow[]> =>
  ids.length === 0
    ? []
    : ctx.database.read
        .select()
        .from(questions)
        .where(and(eq(questions.siteId, siteId), inArray(questions.id, ids)));

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

export const listDuplicates = (ctx: Context, siteId: string, of: string) =>
  ctx.database.read
    .select({ id: questions.id, title: questions.title })
    .from(questions)
    .where(and(eq(questions.siteId, siteId), eq(questions.duplicateOf, of)))
    .orderBy(asc(questions.id));

/** Questions that share another's answer, those linked last first. */
export const listLinked = (ctx: Context, siteId: string, limit: number) =>
  ctx.database.read
    .select({ id: questions.id, title: questions.title, of: questions.duplicateOf })
    .from(questions)
    .where(and(eq(questions.siteId, siteId), isNotNull(questions.duplicateOf)))
    .orderBy(desc(questions.updatedAt), desc(questions.id))
    .limit(limit);
