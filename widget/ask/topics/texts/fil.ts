import type { TopicTexts } from './en.ts';

const texts: TopicTexts = {
  topics: 'Mga paksa',
  allTopics: 'Lahat ng paksa',
  topicMore: 'Higit pa tungkol sa {topic}',
  topicEmpty: 'Wala pang laman dito.',
  topicPage: 'Tingnan ang lahat sa tulong',
  topicCount: { one: '{count} artikulo o sagot', other: '{count} na artikulo at sagot' },
};
export default texts;
