import { cutAtWord } from '../../core/content/cut.ts';
import type { KnowledgeCard } from '../../core/knowledge.ts';
import type { PageCall } from '../../core/pages/pages.tsx';
import { withLanguage } from '../../core/pages/links.ts';

/* What other features let everybody read, among the questions. */

/** Code units of an entry that a list shows. */
const snippetLength = 150;

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
