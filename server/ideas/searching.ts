import type { IdeaList, IdeasQuery } from '../../shared/ideas/schema.ts';
import { ideasPerPage } from '../../shared/ideas/schema.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { kind } from './knowledge.ts';
import { countIdeas, findByWords, findIdeas, type IdeaRow, pageOfIdeas } from './queries/ideas.ts';
import { toCard } from './views.ts';

/** Results of a search, and of "is there already one?". */
const [maxFound, maxSimilar] = [30, 5];

/** Words of a text that are looked up where they stand, the longest. */
const maxWords = 4;
const wordsOf = (text: string): string[] =>
  [...new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]{3,40}/gu) ?? [])]
    .sort((one, other) => other.length - one.length)
    .slice(0, maxWords);

/** Public ideas that match what was typed, best first. @param floor how sure a match must be, 0 to 1 */
const find = async (
  ctx: Context,
  site: Site,
  text: string,
  given: { language: string; limit: number; floor: number },
): Promise<IdeaRow[]> => {
  const hits = await ctx.search.suggest(site.id, text, { kinds: [kind], ...given });
  // The database's full text, which answers while there is no index, knows of questions alone.
  if (hits.length === 0 && ctx.search.version(site.id) === null)
    return findByWords(ctx, site.id, wordsOf(text), given.limit);
  const rows = new Map(
    (
      await findIdeas(
        ctx,
        site.id,
        hits.map(({ group }) => group),
      )
    ).map((row) => [row.id, row]),
  );
  return hits.flatMap(({ group }) => {
    const row = rows.get(group);
    return row?.state === 'public' && row.mergedInto === null ? [row] : [];
  });
};

/** Ideas that are like a new one's title. */
export const findSimilar = (ctx: Context, site: Site, title: string, language: string): Promise<IdeaRow[]> =>
  title.trim().length < 2
    ? Promise.resolve([])
    : find(ctx, site, title, { language, limit: maxSimilar, floor: 0.15 });

/** A page of public ideas, or what matches the words that are looked for. */
export const listPublicIdeas = async (
  ctx: Context,
  site: Site,
  language: string,
  { status, order = 'top', q = '', page = 1 }: IdeasQuery,
): Promise<IdeaList> => {
  if (q.trim()) {
    const rows = await find(ctx, site, q, { language, limit: maxFound, floor: 0.1 });
    const shown = rows.filter((row) => status === undefined || row.status === status);
    return { ideas: shown.map((row) => toCard(site, row)), total: shown.length };
  }
  const filter = { state: 'public', status } as const;
  const [rows, total] = await Promise.all([
    pageOfIdeas(ctx, site.id, filter, { order, limit: ideasPerPage, offset: (page - 1) * ideasPerPage }),
    countIdeas(ctx, site.id, filter),
  ]);
  return { ideas: rows.map((row) => toCard(site, row)), total };
};
