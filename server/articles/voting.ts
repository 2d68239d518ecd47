import type { Reason } from '../../shared/articles/schema.ts';
import type { Context } from '../context.ts';
import { notFound } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { voterOf } from '../core/people/voter.ts';
import { findPublished } from './queries/published.ts';
import { saveVote } from './writes/articles.ts';

/**
 * Keeps whether an article helped whoever is behind an address: once a person, and their last word counts.
 * @returns the text that they read
 * @throws Failure `not_found` for what nobody may read
 */
export const vote = async (
  ctx: Context,
  site: Site,
  id: string,
  said: { helped: boolean; reason?: Reason | null; address: string },
) => {
  const [row] = await findPublished(ctx, site.id, 'public', [id]);
  if (!row) throw notFound();
  await ctx.database.write((tx) => [
    saveVote(tx, {
      siteId: site.id,
      articleId: row.articleId,
      textId: row.id,
      voter: voterOf(ctx, site, row.id, said.address),
      helped: said.helped,
      reason: said.helped ? null : (said.reason ?? null),
      at: ctx.clock.now(),
    }),
  ]);
  return row;
};
