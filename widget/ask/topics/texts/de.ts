import type { TopicTexts } from './en.ts';

const texts: TopicTexts = {
  topics: 'Themen',
  allTopics: 'Alle Themen',
  topicMore: 'Mehr zu {topic}',
  topicEmpty: 'Hier gibt es noch nichts.',
  topicPage: 'Alles im Hilfebereich ansehen',
  topicCount: { one: '{count} Artikel oder Antwort', other: '{count} Artikel und Antworten' },
};
export default texts;
