import { stamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import { useSearch } from './context.ts';
import { Listed } from './Listed.tsx';

/** Searches without a result, and what can be done about each. */
export const EmptySearches = ({ pin, synonym }: { pin(text: string): void; synonym(text: string): void }) => {
  const { model, texts } = useSearch();
  const { tag } = useTexts();
  return (
    <Listed
      id="empty"
      title={texts.empty}
      lead={texts.emptyLead}
      none={texts.emptyNone}
      list={model.empty}
      value={model.empty.found.value}
      isEmpty={({ searches }) => searches.length === 0}
    >
      {({ searches }, focus) => (
        <ul class="plain-list">
          {searches.map(({ text, people, at }) => (
            <li class="entry-row" key={text}>
              <span class="entry-name">
                <strong>
                  <bdi>{text}</bdi>
                </strong>
                <span class="quiet">
                  {fill(texts.people, { count: people })} ·{' '}
                  <time dateTime={new Date(at).toISOString()}>{stamp(tag, at)}</time>
                </span>
              </span>
              <span class="search-deeds">
                <button type="button" aria-label={fill(texts.pinForOf, { text })} onClick={() => pin(text)}>
                  {texts.pinFor}
                </button>
                <button
                  type="button"
                  aria-label={fill(texts.synonymForOf, { text })}
                  onClick={() => synonym(text)}
                >
                  {texts.synonymFor}
                </button>
                <button
                  type="button"
                  aria-label={fill(texts.dismissOf, { text })}
                  onClick={() => void model.dismiss(text).then(focus)}
                >
                  {texts.dismiss}
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Listed>
  );
};
