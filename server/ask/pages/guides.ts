import { primarySubtag } from '../../../shared/core/languages.ts';
import { cutAtWord } from '../../core/content/cut.ts';
import type { KnowledgeCard } from '../../core/knowledge.ts';
import type { PageCall } from '../../core/pages/pages.tsx';
import { listCategories } from '../queries/questions.ts';
import { withLanguage } from '../../core/pages/links.ts';

/* What other features let everybody read, among the questions. */

/** Code units of an entry that a list shows. */
const snippetLength = 150;

/** A topic, and how much there is to read of it. */
export interface Topic {
  name: string;
  total: number;
}

const toItem = ({ path, title, text, language }: Omit<KnowledgeCard, 'id'>, tag: string) => ({
  path: withLanguage(path, tag),
  title,
  snippet: cutAtWord(text, snippetLength),
  lang: language,
});

/** Entries as lists show them, in the team's order. @param category absent: of every topic */
export const listGuides = async (
  { ctx, site, language }: PageCall,
  category: string | undefined,
  limit: number,
) => {
  const found = await Promise.all(
    ctx.knowledge.map((source) =>
      source.list(site, { language: language.tag, limit, ...(category !== undefined && { category }) }),
    ),
  );
  return found.flat().map((card) => toItem(card, language.tag));
};

/** Entries by the ids of their search documents, as lists show them. */
export const findGuides = async ({ ctx, site, language }: PageCall, ids: readonly string[]) => {
  if (ids.length === 0) return [];
  const cards = (await Promise.all(ctx.knowledge.map((source) => source.cards(site, ids)))).flat();
  return cards.map(({ id, ...card }) => ({ id, item: toItem(card, language.tag) }));
};

/** Topics of which there is something to read in a page's language, the fullest first. */
export const listTopics = async ({ ctx, site, language }: PageCall): Promise<Topic[]> => {
  const all = await Promise.all([
    listCategories(ctx, site.id, primarySubtag(language.tag)),
    ...ctx.knowledge.map((source) => source.countByCategory(site.id, language.tag)),
  ]);
  const totals = new Map<string, number>();
  for (const { name, total } of all.flat()) totals.set(name, (totals.get(name) ?? 0) + total);
  return [...totals]
    .map(([name, total]) => ({ name, total }))
    .sort((one, other) => other.total - one.total || (one.name < other.name ? -1 : 1));
};
