import { type ReadonlySignal, signal } from '@preact/signals';
import { getTopicEntries, getTopics } from '../../../shared/ask/topicRoutes.ts';
import type { TopicEntry, TopicView } from '../../../shared/ask/topicSchema.ts';
import type { WidgetContext } from '../../core/context.ts';
import { asCallError, type CallError } from '../../core/net/client.ts';
import { loadTexts, type Translate } from './texts.ts';

/** Articles and questions, by topic. */
export interface Topics {
  /** Null until they are loaded. */
  shown: ReadonlySignal<{ topics: readonly TopicView[]; text: Translate } | null>;
  /** The topic whose entries are listed; null for the list of topics. */
  chosen: ReadonlySignal<TopicView | null>;
  /** Its entries: null while they load, or why they could not be read. */
  entries: ReadonlySignal<readonly TopicEntry[] | CallError | null>;
  /** The row that takes the focus once it is drawn: a topic’s key, an entry’s id, or nothing for the heading. */
  focus: { row: string } | null;
  /** Loads the topics, once. */
  load(): Promise<void>;
  choose(topic: TopicView | null): void;
  /** Reads the entries of the chosen topic again. */
  read(): Promise<void>;
}

export const createTopics = ({ call, settings, texts }: WidgetContext): Topics => {
  const { language } = texts;
  const shown = signal<Topics['shown']['value']>(null);
  const chosen = signal<TopicView | null>(null);
  const entries = signal<Topics['entries']['value']>(null);
  let isLoading = false;
  const topics: Topics = {
    shown,
    chosen,
    entries,
    focus: null,
    async load() {
      // One topic is no choice.
      if (isLoading || shown.value || settings.categories.length < 2) return;
      isLoading = true;
      try {
        const [text, reply] = await Promise.all([loadTexts(texts), call(getTopics, { query: { language } })]);
        shown.value = { text, topics: reply.topics };
      } catch {
        // Home is whole without it, and the next opening tries again.
      } finally {
        isLoading = false;
      }
    },
    choose(topic) {
      topics.focus = { row: topic ? '' : (chosen.value?.key ?? '') };
      chosen.value = topic;
      if (topic) void topics.read();
    },
    async read() {
      const topic = chosen.value;
      if (!topic) return;
      entries.value = null;
      const read = call(getTopicEntries, { query: { language, topic: topic.key } });
      const found = await read.then(({ entries: list }) => list, asCallError);
      // Another may have been chosen meanwhile.
      if (chosen.value === topic) entries.value = found;
    },
  };
  return topics;
};
