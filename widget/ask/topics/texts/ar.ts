import type { TopicTexts } from './en.ts';

const texts: TopicTexts = {
  topics: 'المواضيع',
  allTopics: 'كل المواضيع',
  topicMore: 'المزيد عن {topic}',
  topicEmpty: 'لا شيء هنا بعد.',
  topicPage: 'عرض الكل في مركز المساعدة',
  topicCount: {
    zero: 'لا مقالات ولا إجابات',
    one: 'مقالة أو إجابة واحدة',
    two: 'مقالتان أو إجابتان',
    few: '{count} مقالات وإجابات',
    many: '{count} مقالة وإجابة',
    other: '{count} مقالة وإجابة',
  },
};
export default texts;
