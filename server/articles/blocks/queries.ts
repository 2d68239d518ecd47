import { and, asc, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { likeLiteral } from '../../core/db/like.ts';
import { articleBlocks, articles, articleTexts, articleVersions } from '../tables.ts';

type Reads = Pick<Context, 'database'>;
export type BlockRow = typeof articleBlocks.$inferSelect;

export const ofBlock = (siteId: string, id: string) =>
  and(eq(articleBlocks.siteId, siteId), eq(articleBlocks.id, id));

export const listBlocks = (ctx: Reads, siteId: string): Promise<BlockRow[]> =>
  ctx.database.read
    .select()
    .from(articleBlocks)
    .where(eq(articleBlocks.siteId, siteId))
    .orderBy(asc(articleBlocks.name));

export const findBlock = async (ctx: Reads, siteId: string, id: string): Promise<BlockRow | null> => {
  const [row] = await ctx.database.read.select().from(articleBlocks).where(ofBlock(siteId, id));
  return row ?? null;
};

export const findBlocksNamed = (ctx: Reads, siteId: string, names: readonly string[]): Promise<BlockRow[]> =>
  names.length === 0
    ? Promise.resolve([])
    : ctx.database.read
        .select()
        .from(articleBlocks)
        .where(and(eq(articleBlocks.siteId, siteId), inArray(articleBlocks.name, [...names])));

const published = and(
  eq(articleVersions.siteId, articleTexts.siteId),
  eq(articleVersions.textId, articleTexts.id),
  eq(articleVersions.number, articleTexts.version),
);

/** Texts that may refer to a block, or to any: with the draft, and with what readers have. */
export const listReferring = (ctx: Reads, siteId: string, name = '') => {
  const pattern = `%${likeLiteral(`{{block:${name}`)}%`;
  return ctx.database.read
    .select({
      articleId: articleTexts.articleId,
      language: articleTexts.language,
      original: articles.language,
      title: articleTexts.title,
      body: articleTexts.body,
      publicTitle: articleTexts.publicTitle,
      publicBody: articleVersions.body,
    })
    .from(articleTexts)
    .innerJoin(
      articles,
      and(eq(articles.siteId, articleTexts.siteId), eq(articles.id, articleTexts.articleId)),
    )
    .leftJoin(articleVersions, published)
    .where(
      and(
        eq(articleTexts.siteId, siteId),
        or(
          sql`${articleTexts.body} like ${pattern} escape '\\'`,
          sql`${articleVersions.body} like ${pattern} escape '\\'`,
        ),
      ),
    )
    .orderBy(asc(articleTexts.title), asc(articleTexts.id));
};

/** Published texts after an id that may refer to a block, with what was written. */
export const pageReferring = (ctx: Reads, siteId: string, name: string, after: string, limit: number) => {
  const pattern = `%${likeLiteral(`{{block:${name}}}`)}%`;
  return ctx.database.read
    .select({
      id: articleTexts.id,
      articleId: articleTexts.articleId,
      language: articleTexts.language,
      version: articleTexts.version,
      changedAt: articleTexts.changedAt,
      updatedAt: articleTexts.updatedAt,
      body: articleVersions.body,
    })
    .from(articleTexts)
    .innerJoin(articleVersions, published)
    .where(
      and(
        eq(articleTexts.siteId, siteId),
        gt(articleTexts.id, after),
        isNotNull(articleTexts.publicTitle),
        sql`${articleVersions.body} like ${pattern} escape '\\'`,
      ),
    )
    .orderBy(asc(articleTexts.id))
    .limit(limit);
};
