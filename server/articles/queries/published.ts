import { and, asc, count, eq, gt, inArray, isNotNull, type SQL } from 'drizzle-orm';
import type { Audience } from '../../../shared/articles/schema.ts';
import type { Context } from '../../context.ts';
import { articles, articleTexts, articleVotes } from '../tables.ts';

type Reads = Pick<Context, 'database'>;

const columns = {
  id: articleTexts.id,
  articleId: articleTexts.articleId,
  language: articleTexts.language,
  title: articleTexts.publicTitle,
  rich: articleTexts.publicRich,
  slug: articleTexts.slug,
  version: articleTexts.version,
  publishedAt: articleTexts.publishedAt,
  updatedAt: articleTexts.updatedAt,
  category: articles.category,
  audience: articles.audience,
  authors: articles.authors,
};

const joined = (ctx: Reads) =>
  ctx.database.read
    .select(columns)
    .from(articleTexts)
    .innerJoin(
      articles,
      and(eq(articles.siteId, articleTexts.siteId), eq(articles.id, articleTexts.articleId)),
    );

/** The condition on rows that readers of an audience may see. */
const shown = (siteId: string, audience: Audience, ...more: (SQL | undefined)[]) =>
  and(
    eq(articleTexts.siteId, siteId),
    eq(articles.audience, audience),
    isNotNull(articleTexts.publicTitle),
    ...more,
  );

export type PublishedRow = Awaited<ReturnType<typeof joined>>[number];

export const findPublished = (
  ctx: Reads,
  siteId: string,
  audience: Audience,
  ids: readonly string[],
): Promise<PublishedRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : joined(ctx).where(shown(siteId, audience, inArray(articleTexts.id, [...ids])));

/** The languages in which an article is out. */
export const listLanguages = (ctx: Reads, siteId: string, articleId: string): Promise<PublishedRow[]> =>
  joined(ctx)
    .where(shown(siteId, 'public', eq(articleTexts.articleId, articleId)))
    .orderBy(asc(articleTexts.language));

/** Those of a language in the team's order. @param category null: of those without one; absent: of all */
export const listPublished = (
  ctx: Reads,
  siteId: string,
  { language, category, limit }: { language: string; category?: string; limit: number },
): Promise<PublishedRow[]> =>
  joined(ctx)
    .where(
      shown(
        siteId,
        'public',
        eq(articleTexts.language, language),
        category === undefined ? undefined : eq(articles.category, category),
      ),
    )
    .orderBy(asc(articles.category), asc(articles.position), asc(articles.id))
    .limit(limit);

/** Published texts after an id, for building the search index in batches. */
export const pagePublished = (
  ctx: Reads,
  siteId: string,
  audience: Audience,
  after: string,
  limit: number,
): Promise<PublishedRow[]> =>
  joined(ctx)
    .where(shown(siteId, audience, gt(articleTexts.id, after)))
    .orderBy(asc(articleTexts.id))
    .limit(limit);

/** Where published texts are, after an id: a page of them, without what they say. */
export const pageAddresses = (ctx: Reads, siteId: string, after: string, limit: number) =>
  ctx.database.read
    .select({ id: articleTexts.id, slug: articleTexts.slug, updatedAt: articleTexts.updatedAt })
    .from(articleTexts)
    .innerJoin(
      articles,
      and(eq(articles.siteId, articleTexts.siteId), eq(articles.id, articleTexts.articleId)),
    )
    .where(shown(siteId, 'public', gt(articleTexts.id, after)))
    .orderBy(asc(articleTexts.id))
    .limit(limit);

/** All texts of some articles that an audience may read. */
export const listOfArticles = (
  ctx: Reads,
  siteId: string,
  audience: Audience,
  articleIds: readonly string[],
): Promise<PublishedRow[]> =>
  articleIds.length === 0
    ? Promise.resolve([])
    : joined(ctx).where(shown(siteId, audience, inArray(articleTexts.articleId, [...articleIds])));

export const countByCategory = async (ctx: Reads, siteId: string, language: string) => {
  const rows = await ctx.database.read
    .select({ name: articles.category, total: count().mapWith(Number) })
    .from(articleTexts)
    .innerJoin(
      articles,
      and(eq(articles.siteId, articleTexts.siteId), eq(articles.id, articleTexts.articleId)),
    )
    .where(shown(siteId, 'public', eq(articleTexts.language, language)))
    .groupBy(articles.category);
  return rows.flatMap(({ name, total }) => (name ? [{ name, total }] : []));
};

export const countHelped = async (ctx: Reads, siteId: string, articleId: string): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ total: count().mapWith(Number) })
    .from(articleVotes)
    .where(
      and(
        eq(articleVotes.siteId, siteId),
        eq(articleVotes.articleId, articleId),
        eq(articleVotes.helped, true),
      ),
    );
  return row?.total ?? 0;
};
