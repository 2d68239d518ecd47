import type { Reason } from '../../shared/articles/schema.ts';
import type { Context } from '../context.ts';
import type { NewFact } from '../core/facts/types.ts';
import { insertFacts } from '../core/facts/writes.ts';
import { notFound } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { voterOf } from '../core/people/voter.ts';
import { findPublished } from './queries/published.ts';
import { insertVote, saveVote, turnVote } from './writes/articles.ts';

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
  const at = ctx.clock.now();
  const given = {
    siteId: site.id,
    articleId: row.articleId,
    textId: row.id,
    voter: voterOf(ctx, site, row.id, said.address),
    helped: said.helped,
    reason: said.helped ? null : (said.reason ?? null),
    at,
  };
  const [now, before] = said.helped ? [1, 0] : [0, 1];
  const fact = { at, subjectId: row.id, language: row.language };
  const voted: NewFact = { ...fact, kind: 'article.voted', value: now };
  const replaced: NewFact = { ...fact, kind: 'article.replaced', value: before };
  // The first word, another one, or the same with another reason: each statement says whether it's that.
  const isKept =
    (await ctx.database.write((tx) => [insertVote(tx, given), ...insertFacts(tx, site.id, [voted])])) ||
    (await ctx.database.write((tx) => [turnVote(tx, given), ...insertFacts(tx, site.id, [voted, replaced])]));
  if (!isKept) await ctx.database.write((tx) => [saveVote(tx, given)]);
  return row;
};
