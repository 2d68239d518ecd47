import { z } from 'zod';
import { id, language, longest, someLine } from '../core/fields.ts';
import { topicIcons } from '../core/people/topicIcons.ts';

export const topicsQuery = z.object({ language });
export type TopicsQuery = z.infer<typeof topicsQuery>;

/** A topic, and the number of articles and questions to read of it in one language. */
export const topicView = z.object({
  key: z.string(),
  name: z.string(),
  icon: z.enum(topicIcons).nullable(),
  total: z.number().int(),
});
export type TopicView = z.infer<typeof topicView>;

/** The fullest first. */
export const topicList = z.object({ topics: z.array(topicView) });
export type TopicList = z.infer<typeof topicList>;

export const topicEntriesQuery = z.object({ language, topic: someLine(longest.category) });
export type TopicEntriesQuery = z.infer<typeof topicEntriesQuery>;

/** An article or a question; both are read at the question's route. */
export const topicEntry = z.object({ id, title: z.string(), language: z.string() });
export type TopicEntry = z.infer<typeof topicEntry>;

/** Articles in the team's order, then questions, the newest first; at most 50. */
export const topicEntries = z.object({ entries: z.array(topicEntry) });
export type TopicEntries = z.infer<typeof topicEntries>;
