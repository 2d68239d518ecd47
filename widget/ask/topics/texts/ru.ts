import type { TopicTexts } from './en.ts';

const texts: TopicTexts = {
  topics: 'Темы',
  allTopics: 'Все темы',
  topicMore: 'Ещё по теме «{topic}»',
  topicEmpty: 'Здесь пока ничего нет.',
  topicPage: 'Смотреть всё в справке',
  topicCount: {
    one: '{count} статья или ответ',
    few: '{count} статьи и ответа',
    many: '{count} статей и ответов',
    other: '{count} статьи и ответа',
  },
};
export default texts;
