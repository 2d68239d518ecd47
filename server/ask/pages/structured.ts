import type {
  Answer as SchemaAnswer,
  Article,
  Graph,
  Organization,
  Person,
  QAPage,
  WebSite,
} from 'schema-dts';
import type { Answer, PublicQuestion } from '../../../shared/ask/schema.ts';
import { plainText } from '../../core/content/markdown.ts';
import { breadcrumbs, type Crumb } from '../../core/pages/crumbs.ts';
import type { Site } from '../../core/people/sites/sites.ts';

/* What pages say to search engines, in the words of schema.org. */

/** Answers beyond these are on the page, but not in what is said to search engines. */
const maxSuggested = 30;

const isoOf = (at: number): string => new Date(at).toISOString();

/** The author of an answer; a guest where there is no name. */
const authorOf = (site: Pick<Site, 'name'>, answer: Answer, guest: string): Person | Organization =>
  answer.kind === 'visitor'
    ? { '@type': 'Person', name: answer.author || guest }
    : answer.author
      ? { '@type': 'Person', name: answer.author, affiliation: { '@type': 'Organization', name: site.name } }
      : { '@type': 'Organization', name: site.name };

/**
 * A question that readers may answer, by the search engines' rules for QAPage: who asked isn't told, answers that are
 * official or accepted are told apart from those that readers suggest, with what they were voted.
 */
const qaPage = (site: Pick<Site, 'name'>, question: PublicQuestion, url: string, guest: string): QAPage => {
  const toAnswer = (answer: Answer): SchemaAnswer => ({
    '@type': 'Answer',
    text: plainText(answer.rich),
    url: `${url}#answer-${answer.id}`,
    upvoteCount: answer.helpful,
    datePublished: isoOf(answer.at),
    ...(answer.editedAt !== null && { dateModified: isoOf(answer.editedAt) }),
    author: authorOf(site, answer, guest),
  });
  const isChosen = ({ official, accepted }: Answer) => official || accepted;
  const chosen = question.answers.filter(isChosen).map(toAnswer);
  const suggested = question.answers
    .filter((answer) => !isChosen(answer))
    .slice(0, maxSuggested)
    .map(toAnswer);
  const details = plainText(question.details);
  return {
    '@type': 'QAPage',
    inLanguage: question.language,
    url,
    mainEntity: {
      '@type': 'Question',
      name: question.title,
      text: details ? `${question.title}\n${details}` : question.title,
      url,
      answerCount: question.answers.length,
      upvoteCount: question.meToo,
      datePublished: isoOf(question.at),
      author: { '@type': 'Person', name: question.askedBy || guest },
      ...(chosen.length > 0 && { acceptedAnswer: chosen }),
      ...(suggested.length > 0 && { suggestedAnswer: suggested }),
    },
  };
};

/** An answered question that only the company answers: an article of the company's. */
const articleOf = (site: Pick<Site, 'name'>, question: PublicQuestion, url: string): Article => {
  const dates = question.answers.map(({ at, editedAt }) => editedAt ?? at);
  const author = { '@type': 'Organization' as const, name: site.name };
  return {
    '@type': 'Article',
    headline: question.title,
    inLanguage: question.language,
    url,
    mainEntityOfPage: url,
    datePublished: isoOf(question.at),
    dateModified: isoOf(Math.max(question.at, ...dates)),
    author,
    publisher: author,
    articleBody: question.answers.map(({ rich }) => plainText(rich)).join('\n\n') || question.title,
  };
};

/**
 * A public question. It is a QAPage only where readers may answer and somebody has: search engines want no other
 * (developers.google.com, "Q&A structured data", content guidelines).
 * @param guest what somebody without a name is called
 */
export const questionData = (
  site: Pick<Site, 'name'>,
  question: PublicQuestion,
  url: string,
  crumbs: readonly Crumb[],
  guest: string,
): Graph => ({
  '@context': 'https://schema.org',
  '@graph': [
    question.takesAnswers && question.answers.length > 0
      ? qaPage(site, question, url, guest)
      : articleOf(site, question, url),
    breadcrumbs(crumbs),
  ],
});

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
