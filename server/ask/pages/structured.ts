import type { Article, Graph, WebSite } from 'schema-dts';
import type { PublicQuestion } from '../../../shared/ask/schema.ts';
import { plainText } from '../../core/content/markdown.ts';
import { breadcrumbs, type Crumb } from '../../core/pages/crumbs.ts';
import type { Site } from '../../core/people/sites/sites.ts';

/* What pages say to search engines, in the words of schema.org. */

/**
 * An answered question. It is an article of the company's and no QAPage: search engines want that for pages on which
 * readers may answer (developers.google.com, "Q&A structured data", content guidelines).
 */
export const questionData = (
  site: Pick<Site, 'name'>,
  question: PublicQuestion,
  url: string,
  crumbs: readonly Crumb[],
): Graph => {
  const dates = question.answers.map(({ at }) => at);
  const author = { '@type': 'Organization' as const, name: site.name };
  const article: Article = {
    '@type': 'Article',
    headline: question.title,
    inLanguage: question.language,
    url,
    mainEntityOfPage: url,
    datePublished: new Date(question.at).toISOString(),
    dateModified: new Date(Math.max(question.at, ...dates)).toISOString(),
    author,
    publisher: author,
    articleBody: question.answers.map(({ rich }) => plainText(rich)).join('\n\n') || question.title,
  };
  return { '@context': 'https://schema.org', '@graph': [article, breadcrumbs(crumbs)] };
};

/** The help centre, and how it is searched. */
export const homeData = (site: Pick<Site, 'name'>, home: string, search: string, language: string): Graph => {
  const website: WebSite = {
    '@type': 'WebSite',
    name: site.name,
    url: home,
    inLanguage: language,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${search}&q={search_term_string}`,
      // The property's own name has a dash, which the types leave out.
      ...{ 'query-input': 'required name=search_term_string' },
    },
  };
  return { '@context': 'https://schema.org', '@graph': [website] };
};
