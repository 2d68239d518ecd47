import type { TopicTexts } from './en.ts';

const texts: TopicTexts = {
  topics: 'Temoj',
  allTopics: 'Ĉiuj temoj',
  topicMore: 'Pli pri: {topic}',
  topicEmpty: 'Ĉi tie ankoraŭ estas nenio.',
  topicPage: 'Vidi ĉion en la helpejo',
  topicCount: { one: '{count} artikolo aŭ respondo', other: '{count} artikoloj kaj respondoj' },
};
export default texts;
