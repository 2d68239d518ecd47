import type { TopicEntry } from '../../../shared/ask/topicSchema.ts';

/** Titles of articles and questions, each to be opened. */
export const EntryList = ({
  entries,
  open,
}: {
  entries: readonly TopicEntry[];
  open: (id: string) => void;
}) => (
  <ul class="list">
    {entries.map(({ id, title, language }) => (
      <li key={id}>
        <button type="button" class="row" data-row={id} lang={language} onClick={() => open(id)}>
          <span class="words" dir="auto">
            {title}
          </span>
        </button>
      </li>
    ))}
  </ul>
);
