import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { memberships, staff } from '../../core/people/staff/tables.ts';
import { articles, articleTexts, articleVersions, articleVotes } from '../tables.ts';

type Reads = Pick<Context, 'database'>;
export type ArticleRow = typeof articles.$inferSelect;
export type TextRow = typeof articleTexts.$inferSelect;
export type VersionRow = typeof articleVersions.$inferSelect;

export const ofArticle = (siteId: string, id: string) =>
  and(eq(articles.siteId, siteId), eq(articles.id, id));
export const ofText = (siteId: string, id: string) =>
  and(eq(articleTexts.siteId, siteId), eq(articleTexts.id, id));

export const findArticle = async (ctx: Reads, siteId: string, id: string): Promise<ArticleRow | null> => {
  const [row] = await ctx.database.read.select().from(articles).where(ofArticle(siteId, id));
  return row ?? null;
};

/** Articles in the team's order: by category, and in it by place. */
export const listArticleRows = (ctx: Reads, siteId: string): Promise<ArticleRow[]> =>
  ctx.database.read
    .select()
    .from(articles)
    .where(eq(articles.siteId, siteId))
    .orderBy(asc(articles.category), asc(articles.position), asc(articles.id));

/** Texts without their words, which lists don't show. */
export const listTextHeads = (ctx: Reads, siteId: string) =>
  ctx.database.read
    .select({
      id: articleTexts.id,
      articleId: articleTexts.articleId,
      language: articleTexts.language,
      title: articleTexts.title,
      changedAt: articleTexts.changedAt,
      publishAt: articleTexts.publishAt,
      version: articleTexts.version,
      basedOn: articleTexts.basedOn,
      publicTitle: articleTexts.publicTitle,
      slug: articleTexts.slug,
      updatedAt: articleTexts.updatedAt,
    })
    .from(articleTexts)
    .where(eq(articleTexts.siteId, siteId));
export type TextHead = Awaited<ReturnType<typeof listTextHeads>>[number];

export const listTexts = (ctx: Reads, siteId: string, articleId: string): Promise<TextRow[]> =>
  ctx.database.read
    .select()
    .from(articleTexts)
    .where(and(eq(articleTexts.siteId, siteId), eq(articleTexts.articleId, articleId)))
    .orderBy(asc(articleTexts.language));

export const findTextById = async (ctx: Reads, siteId: string, id: string): Promise<TextRow | null> => {
  const [row] = await ctx.database.read.select().from(articleTexts).where(ofText(siteId, id));
  return row ?? null;
};

export const listVersions = (ctx: Reads, siteId: string, textId: string) =>
  ctx.database.read
    .select({
      number: articleVersions.number,
      title: articleVersions.title,
      at: articleVersions.at,
      by: staff.name,
    })
    .from(articleVersions)
    .leftJoin(staff, eq(staff.id, articleVersions.staffId))
    .where(and(eq(articleVersions.siteId, siteId), eq(articleVersions.textId, textId)))
    .orderBy(desc(articleVersions.number))
    .limit(200);

export const findVersion = async (ctx: Reads, siteId: string, textId: string, number: number) => {
  const [row] = await ctx.database.read
    .select({
      number: articleVersions.number,
      title: articleVersions.title,
      body: articleVersions.body,
      at: articleVersions.at,
      by: staff.name,
    })
    .from(articleVersions)
    .leftJoin(staff, eq(staff.id, articleVersions.staffId))
    .where(
      and(
        eq(articleVersions.siteId, siteId),
        eq(articleVersions.textId, textId),
        eq(articleVersions.number, number),
      ),
    );
  return row ?? null;
};

/** Counts of "helped" and "did not help", by article. @param articleId absent: of all */
export const countVotes = async (ctx: Reads, siteId: string, articleId?: string) => {
  const rows = await ctx.database.read
    .select({
      articleId: articleVotes.articleId,
      helped: articleVotes.helped,
      reason: articleVotes.reason,
      total: count().mapWith(Number),
    })
    .from(articleVotes)
    .where(
      and(eq(articleVotes.siteId, siteId), articleId ? eq(articleVotes.articleId, articleId) : undefined),
    )
    .groupBy(articleVotes.articleId, articleVotes.helped, articleVotes.reason);
  const counts = new Map<string, { helped: number; notHelped: number; reasons: Record<string, number> }>();
  for (const { articleId: of, helped, reason, total } of rows) {
    const own = counts.get(of) ?? { helped: 0, notHelped: 0, reasons: {} };
    if (helped) own.helped += total;
    else own.notHelped += total;
    if (reason) own.reasons[reason] = (own.reasons[reason] ?? 0) + total;
    counts.set(of, own);
  }
  return counts;
};

/** Names by id, of whoever is still known. */
export const staffNames = async (ctx: Reads, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await ctx.database.read
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Counts how many of some people are on a site's team. */
export const countOnTeam = async (ctx: Reads, siteId: string, ids: readonly string[]): Promise<number> => {
  if (ids.length === 0) return 0;
  const [row] = await ctx.database.read
    .select({ total: count().mapWith(Number) })
    .from(memberships)
    .where(and(eq(memberships.siteId, siteId), inArray(memberships.staffId, [...ids])));
  return row?.total ?? 0;
};

/** Names of members of staff, also of who has left the team since. */
export const namesOfStaff = async (ctx: Reads, ids: readonly string[]): Promise<string[]> => {
  const names = await staffNames(ctx, ids);
  return ids.flatMap((id) => names.get(id) ?? []);
};

/** Texts whose drafts go out by themselves. */
export const listScheduled = (ctx: Reads, siteId: string): Promise<TextRow[]> =>
  ctx.database.read
    .select()
    .from(articleTexts)
    .where(and(eq(articleTexts.siteId, siteId), isNotNull(articleTexts.publishAt)));
