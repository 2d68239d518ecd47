import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { preparedQuery } from '../../core/db/prepared.ts';
import { commentPages } from '../tables.ts';

export type PageRow = typeof commentPages.$inferSelect;

export type Db = Pick<Context, 'database'>;

const pageByKey = preparedQuery('comment_page_by_key', (queries) =>
  queries
    .select()
    .from(commentPages)
    .where(
      and(eq(commentPages.siteId, sql.placeholder('site')), eq(commentPages.key, sql.placeholder('key'))),
    ),
);

export const findPage = async (ctx: Db, siteId: string, key: string): Promise<PageRow | null> => {
  const [row] = await pageByKey(ctx.database, { site: siteId, key });
  return row ?? null;
};

export const findPages = (ctx: Db, siteId: string, ids: string[]): Promise<PageRow[]> =>
  ctx.database.read
    .select()
    .from(commentPages)
    .where(and(eq(commentPages.siteId, siteId), inArray(commentPages.id, ids)));

/** All pages of a site, in the order of their keys, from one on. */
export const listAllPages = (ctx: Db, siteId: string, after: string, max: number): Promise<PageRow[]> =>
  ctx.database.read
    .select()
    .from(commentPages)
    .where(and(eq(commentPages.siteId, siteId), gt(commentPages.key, after)))
    .orderBy(asc(commentPages.key))
    .limit(max);
