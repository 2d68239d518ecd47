import type { Context } from '../../context.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { listLanguages } from '../queries/published.ts';
import { articlePath } from '../rules.ts';
import { formerPathOf } from './formerPath.ts';
import { findRedirect, type RedirectRow } from './queries.ts';

/** The path of an article that everybody may read, in the language of its old page if it's out in that; null for none. */
export const pathOfRedirect = async (
  ctx: Context,
  site: Pick<Site, 'id' | 'key'>,
  { articleId, language }: RedirectRow,
): Promise<string | null> => {
  const out = await listLanguages(ctx, site.id, articleId);
  const row = out.find((one) => one.language === language) ?? out[0];
  return row ? articlePath(site.key, row.id, row.slug) : null;
};

/** The path of what stood at a path in another system; null for none that is out. */
export const formerArticlePath = async (ctx: Context, site: Site, path: string): Promise<string | null> => {
  const redirect = await findRedirect(ctx, site.id, formerPathOf(path));
  return redirect && pathOfRedirect(ctx, site, redirect);
};
