import type { Plural } from '../../../core/text/fill.ts';

/** Articles and answers by topic. */
const texts = {
  topics: 'Topics',
  allTopics: 'All topics',
  topicMore: 'More about {topic}',
  topicEmpty: 'Nothing here yet.',
  topicPage: 'See all in the help center',
  topicCount: { one: '{count} article or answer', other: '{count} articles and answers' } as Plural,
};
export default texts;

export type TopicTexts = typeof texts;
