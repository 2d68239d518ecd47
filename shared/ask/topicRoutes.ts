import { route } from '../core/route.ts';
import type { TopicEntries, TopicEntriesQuery, TopicList, TopicsQuery } from './topicSchema.ts';

/** Topics of which there is something to read. */
export const getTopics = route<undefined, TopicList, TopicsQuery>('GET', '/api/sites/:site/topics');
/** The articles and questions of one. */
export const getTopicEntries = route<undefined, TopicEntries, TopicEntriesQuery>(
  'GET',
  '/api/sites/:site/topics/entries',
);
