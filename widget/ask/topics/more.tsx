import type { PublicQuestion } from '../../../shared/ask/schema.ts';
import { getTopicEntries } from '../../../shared/ask/topicRoutes.ts';
import type { Surface } from '../../core/context.ts';
import type { Ask } from '../types.ts';
import { EntryList } from './EntryList.tsx';
import { loadTexts } from './texts.ts';
import rules from './topics.css?inline';

/** Others of the topic below an answer. */
const maxShown = 4;

/** Other entries of an answer’s topic. @returns null where there is nothing */
export const openMore = async (surface: Surface, ask: Ask, { id, category }: PublicQuestion) => {
  const { call, settings, texts } = surface.context;
  const names = settings.categories.find(({ key }) => key === category)?.names;
  if (!category || !names) return null;
  const [text, { entries }] = await Promise.all([
    loadTexts(texts),
    call(getTopicEntries, { query: { language: texts.language, topic: category } }),
  ]);
  const others = entries.filter((entry) => entry.id !== id).slice(0, maxShown);
  if (!others.length) return null;
  surface.addStyles(rules);
  const title = text('topicMore', { topic: names[texts.language] ?? category });
  return () => (
    <section class="topics" aria-label={title}>
      <h3 dir="auto">{title}</h3>
      <EntryList
        entries={others}
        open={(other) => {
          ask.open(other);
          // The same view, from its beginning.
          surface.focusStart();
        }}
      />
    </section>
  );
};
