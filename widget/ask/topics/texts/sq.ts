import type { TopicTexts } from './en.ts';

const texts: TopicTexts = {
  topics: 'Temat',
  allTopics: 'Të gjitha temat',
  topicMore: 'Më shumë për: {topic}',
  topicEmpty: 'Këtu ende nuk ka asgjë.',
  topicPage: 'Shihni gjithçka te ndihma',
  topicCount: { one: '{count} artikull ose përgjigje', other: '{count} artikuj dhe përgjigje' },
};
export default texts;
