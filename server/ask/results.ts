import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { type AskedRange, askedRanges, wordsOfRanges } from '../core/search/askedRanges.ts';
import type { Hit } from '../core/search/hits.ts';
import { passageExcerpt } from '../core/search/passageExcerpt.ts';
import { listAnswers } from './queries/answers.ts';
import { findPublishedMany } from './queries/questions.ts';
import { questionPath } from './rules.ts';
import { questionKind } from './searchSource.ts';
import { longestPassage, passageOf } from './suggestions.ts';

/** Results of a search at the most. */
const maxResults = 20;
/** The floor of a search: somebody who searches wants to look around, so less sure results are shown, too. */
const searchFloor = 0.1;
/** Code units of the text below a title. */
const snippetLength = 200;

/** A result of the help centre's search: a question with its answer, or an entry of another feature. */
export interface SearchResult {
  /** Without a language. */
  path: string;
  title: string;
  snippet: string;
  language: string;
  category: string | null;
  /** The words that were searched for. */
  titleMarks: AskedRange[];
  snippetMarks: AskedRange[];
}

/** A found entry with the passage that its snippet is taken from. */
type Found = Pick<SearchResult, 'path' | 'title' | 'language' | 'category'> & { passage: string };

/** Questions of hits with their passages, by id. */
const findQuestions = async (ctx: Context, site: Site, hits: readonly Hit[]): Promise<[string, Found][]> => {
  const ids = [...new Set(hits.map(({ group }) => group))];
  if (ids.length === 0) return [];
  const [rows, answers] = await Promise.all([
    findPublishedMany(ctx, site.id, ids),
    listAnswers(ctx, site.id, ids),
  ]);
  return rows.map((row) => {
    const hit = hits.find(({ id }) => id === row.id);
    const own = answers.filter(({ questionId }) => questionId === row.id);
    return [
      row.id,
      {
        path: questionPath(site.key, row.id, row.slug),
        title: row.title,
        language: row.language,
        category: row.category,
        passage: passageOf(row, own, hit?.passage),
      },
    ];
  });
};

/** Entries of other features among hits with their passages, by id. */
const findOthers = async (ctx: Context, site: Site, hits: readonly Hit[]): Promise<[string, Found][]> => {
  const ids = hits.map(({ id }) => id);
  const cards = (await Promise.all(ctx.knowledge.map((source) => source.cards(site, ids)))).flat();
  return cards.map(({ id, text, ...card }) => {
    const start = hits.find((hit) => hit.id === id)?.passage?.start ?? 0;
    return [id, { ...card, passage: text.slice(start, start + longestPassage) }];
  });
};

/** Searches what everybody may read, the best first. */
export const searchPublic = async (
  ctx: Context,
  site: Site,
  query: string,
  language: string,
): Promise<SearchResult[]> => {
  const hits = await ctx.search.suggest(site.id, query, {
    kinds: [questionKind, ...ctx.knowledge.map(({ kind }) => kind)],
    language,
    limit: maxResults,
    floor: searchFloor,
  });
  if (hits.length === 0) return [];
  const [questions, others] = await Promise.all([
    findQuestions(ctx, site, hits),
    findOthers(ctx, site, hits),
  ]);
  const found = new Map([...questions, ...others]);
  return hits.flatMap((hit) => {
    const entry = found.get(hit.group) ?? found.get(hit.id);
    if (!entry) return [];
    const { passage, ...shown } = entry;
    // Another phrasing's matches are places in its own title.
    const telling = found.has(hit.id) ? wordsOfRanges(shown.title, hit.matches) : [];
    const titleMarks = askedRanges(shown.title, query, telling);
    const snippet = passageExcerpt(passage, query, snippetLength);
    return [{ ...shown, snippet, titleMarks, snippetMarks: askedRanges(snippet, query, telling) }];
  });
};
