import type {
  ArticleList,
  ArticleSummary,
  TextState,
  TextSummary,
} from '../../../../shared/articles/schema.ts';

/** Articles of one topic, in the order in which readers find them. */
export interface Group {
  /** Null for those without one. */
  key: string | null;
  name: string | null;
  articles: ArticleSummary[];
}

export type Wanted = { text: string; state: TextState | 'outdated' | 'due' | '' };

/** The text that an article goes by: its original, or the first that there is. */
export const mainText = (article: ArticleSummary): TextSummary | undefined =>
  article.texts[article.language] ?? Object.values(article.texts)[0];

/** The languages of an article, the original's first. */
export const originalFirst = (article: ArticleSummary): [language: string, text: TextSummary][] =>
  Object.entries(article.texts).sort(
    ([one], [other]) => Number(other === article.language) - Number(one === article.language),
  );

export const isDue = ({ verifyBy }: { verifyBy: number | null }, now: number): boolean =>
  verifyBy !== null && verifyBy <= now;

const fits = (article: ArticleSummary, { text, state }: Wanted, now: number): boolean => {
  const own = Object.values(article.texts);
  const words = text.trim().toLocaleLowerCase();
  if (words && !own.some(({ title }) => title.toLocaleLowerCase().includes(words))) return false;
  if (state === 'due') return isDue(article, now);
  if (state === 'outdated') return own.some(({ isOutdated }) => isOutdated);
  return !state || own.some((one) => one.state === state);
};

/** Articles by topic, in the site's order of topics; those without one come last, and groups without any not at all. */
export const groupArticles = (list: ArticleList, wanted: Wanted, now: number): Group[] => {
  const shown = list.articles.filter((article) => fits(article, wanted, now));
  const known = new Set(list.categories.map(({ key }) => key));
  const groups: Group[] = list.categories.map(({ key, name }) => ({
    key,
    name,
    articles: shown.filter(({ category }) => category === key),
  }));
  const rest = shown.filter(({ category }) => category === null || !known.has(category));
  return [...groups, { key: null, name: null, articles: rest }].filter(({ articles }) => articles.length > 0);
};

/** The ids of an article's topic with it one place up or down; null where it's at the end. */
export const movedBy = (list: ArticleList, article: ArticleSummary, step: -1 | 1): string[] | null => {
  const ids = list.articles.filter(({ category }) => category === article.category).map(({ id }) => id);
  const from = ids.indexOf(article.id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= ids.length) return null;
  ids.splice(from, 1);
  ids.splice(to, 0, article.id);
  return ids;
};
