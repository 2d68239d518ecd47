import type { TopicTexts } from './en.ts';

const texts: TopicTexts = {
  topics: 'Θέματα',
  allTopics: 'Όλα τα θέματα',
  topicMore: 'Περισσότερα για: {topic}',
  topicEmpty: 'Δεν υπάρχει κάτι εδώ ακόμη.',
  topicPage: 'Δείτε τα όλα στη βοήθεια',
  topicCount: { one: '{count} άρθρο ή απάντηση', other: '{count} άρθρα και απαντήσεις' },
};
export default texts;
