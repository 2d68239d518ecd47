import { and, asc, eq, gt } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { articleRedirects } from '../tables.ts';

type Reads = Pick<Context, 'database'>;
export type RedirectRow = typeof articleRedirects.$inferSelect;

/** The former addresses of an article. */
export const listRedirects = (ctx: Reads, siteId: string, articleId: string): Promise<RedirectRow[]> =>
  ctx.database.read
    .select()
    .from(articleRedirects)
    .where(and(eq(articleRedirects.siteId, siteId), eq(articleRedirects.articleId, articleId)))
    .orderBy(asc(articleRedirects.path))
    .limit(100);

export const findRedirect = async (ctx: Reads, siteId: string, path: string): Promise<RedirectRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(articleRedirects)
    .where(and(eq(articleRedirects.siteId, siteId), eq(articleRedirects.path, path)))
    .limit(1);
  return row ?? null;
};

/** Former addresses on a host, of whichever sites: it names one, or it isn't known whose it is. */
export const findByHost = (ctx: Reads, host: string, path: string): Promise<RedirectRow[]> =>
  ctx.database.read
    .select()
    .from(articleRedirects)
    .where(and(eq(articleRedirects.host, host), eq(articleRedirects.path, path)))
    .limit(2);

/** Former addresses of a site after a path, a page at a time. */
export const pageOfRedirects = (
  ctx: Reads,
  siteId: string,
  after: string,
  limit: number,
): Promise<RedirectRow[]> =>
  ctx.database.read
    .select()
    .from(articleRedirects)
    .where(and(eq(articleRedirects.siteId, siteId), gt(articleRedirects.path, after)))
    .orderBy(asc(articleRedirects.path))
    .limit(limit);
