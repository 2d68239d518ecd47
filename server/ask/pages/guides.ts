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
  /** Not all of it is questions. */
  hasOthers: boolean;
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

/** Topics of which there is something to read in a page's language, the fullest first. */
export const listTopics = async ({ ctx, site, language }: PageCall): Promise<Topic[]> => {
  const [questions, ...others] = await Promise.all([
    listCategories(ctx, site.id, primarySubtag(language.tag)),
    ...ctx.knowledge.map((source) => source.countByCategory(site.id, language.tag)),
  ]);
  const topics = new Map<string, Topic>();
  const add = (name: string, total: number, isQuestions: boolean): void => {
    const known = topics.get(name) ?? { name, total: 0, hasOthers: false };
    topics.set(name, { name, total: known.total + total, hasOthers: known.hasOthers || !isQuestions });
  };
  for (const { name, total } of questions) add(name, total, true);
  for (const { name, total } of others.flat()) add(name, total, false);
  return [...topics.values()].sort(
    (one, other) => other.total - one.total || (one.name < other.name ? -1 : 1),
  );
};
