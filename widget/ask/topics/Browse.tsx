import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { topicIconPaths } from '../../../shared/core/people/topicIconPaths.ts';
import type { TopicView } from '../../../shared/ask/topicSchema.ts';
import type { Surface } from '../../core/context.ts';
import { CallError } from '../../core/net/client.ts';
import { chevronStart } from '../../core/ui/icons.ts';
import { Icon, Notice, Waiting } from '../../core/ui/parts.tsx';
import { EntryList } from './EntryList.tsx';
import type { Topics } from './model.ts';
import type { Translate } from './texts.ts';

/** Topics that home shows before anybody asks for all. */
const maxShown = 5;

interface Props {
  surface: Surface;
  model: Topics;
  text: Translate;
}

/** Takes the focus to where the visitor was, once that is drawn. */
const useFocus = (model: Topics, when: unknown) => {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!model.focus || !section.current) return;
    const { row } = model.focus;
    const rows = [...section.current.querySelectorAll<HTMLElement>('[data-row]')];
    const target = rows.find((element) => element.dataset['row'] === row);
    if (!target) return;
    model.focus = null;
    target.focus();
  }, [when]);
  return section;
};

const TopicList = ({ surface, model, text, topics }: Props & { topics: readonly TopicView[] }) => {
  const showsAll = useSignal(topics.findIndex(({ key }) => key === model.focus?.row) >= maxShown);
  const section = useFocus(model, showsAll.value);
  const id = useId();
  const hasIcons = topics.some(({ icon }) => icon);
  return (
    <section ref={section} class="topics" aria-labelledby={id}>
      <h3 id={id}>{text('topics')}</h3>
      <ul class="list">
        {(showsAll.value ? topics : topics.slice(0, maxShown)).map((topic) => (
          <li key={topic.key}>
            <button type="button" class="row" data-row={topic.key} onClick={() => model.choose(topic)}>
              {hasIcons && <Icon path={topicIconPaths[topic.icon ?? 'book']} />}
              <span class="words" dir="auto">
                {topic.name}
              </span>
              <span class="soft" aria-hidden="true">
                {topic.total.toLocaleString(surface.context.texts.language)}
              </span>
              <span class="unseen">{text('topicCount', { count: topic.total })}</span>
            </button>
          </li>
        ))}
      </ul>
      {!showsAll.value && topics.length > maxShown && (
        <button
          type="button"
          class="text"
          onClick={() => {
            model.focus = { row: topics[maxShown]?.key ?? '' };
            showsAll.value = true;
          }}
        >
          {text('allTopics')}
        </button>
      )}
    </section>
  );
};

const Entries = ({
  surface,
  model,
  text,
  topic,
  open,
}: Props & { topic: TopicView; open(id: string): void }) => {
  const { texts, base, site } = surface.context;
  const entries = model.entries.value;
  const section = useFocus(model, entries);
  const id = useId();
  return (
    <section ref={section} class="topics" aria-labelledby={id}>
      <button type="button" class="text" onClick={() => model.choose(null)}>
        <Icon path={chevronStart} turns />
        {text('allTopics')}
      </button>
      <h3 id={id} data-row="" tabIndex={-1} dir="auto">
        {topic.name}
      </h3>
      {entries instanceof CallError ? (
        <Notice bad>
          {texts.get(entries.code === 'offline' ? 'offline' : 'somethingBroke')}
          <button type="button" class="text" onClick={model.read}>
            {texts.get('tryAgain')}
          </button>
        </Notice>
      ) : !entries ? (
        <Waiting texts={texts} />
      ) : entries.length ? (
        <EntryList
          entries={entries}
          open={(entry) => {
            model.focus = { row: entry };
            open(entry);
          }}
        />
      ) : (
        <p class="soft">{text('topicEmpty')}</p>
      )}
      {Array.isArray(entries) && entries.length < topic.total && (
        <a
          href={`${base}/sites/${site}/questions?lang=${texts.language}&category=${encodeURIComponent(topic.key)}`}
          target="_blank"
          rel="noopener"
        >
          {text('topicPage')}
        </a>
      )}
    </section>
  );
};

/** Topics on home; one of them opens into its articles and questions, in the same place. */
export const Browse = ({
  surface,
  model,
  open,
}: {
  surface: Surface;
  model: Topics;
  open(id: string): void;
}) => {
  const shown = model.shown.value;
  const topic = model.chosen.value;
  if (!shown || shown.topics.length < 2) return null;
  const props = { surface, model, text: shown.text };
  return topic ? (
    <Entries {...props} topic={topic} open={open} />
  ) : (
    <TopicList {...props} topics={shown.topics} />
  );
};
