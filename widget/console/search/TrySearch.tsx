import { useState } from 'preact/hooks';
import type { SearchExplanation } from '../../../shared/ask/staffSchema.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { isolate } from '../../core/text/isolate.ts';
import { useTexts } from '../context.ts';
import { useSearch } from './context.ts';
import { useTyped } from './useTyped.ts';

type Result = SearchExplanation['results'][number];

const isShown = ({ verdict }: Result): boolean => verdict === 'shown' || verdict === 'pinned';

const hundredths = (share: number): number => Math.round(share * 100);

const MatchedWords = ({ words }: { words: Result['words'] }) => {
  const { texts } = useSearch();
  return (
    <details>
      <summary>{texts.matched}</summary>
      <ul>
        {words.map((word, place) => (
          <li key={place}>
            <bdi>{word.query}</bdi>
            {word.query !== word.found && (
              <>
                {' ≈ '}
                <bdi>{word.found}</bdi>
              </>
            )}{' '}
            <span class="quiet">
              {word.place === 'title' ? texts.inTitle : texts.inBody} ·{' '}
              {word.query === word.found
                ? texts.exact
                : fill(texts.close, { value: hundredths(word.closeness) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
};

const ResultRow = ({ result, floor }: { result: Result; floor: number }) => {
  const { texts } = useSearch();
  const { confidence, phrasing, title, pinnedFor, readAs, verdict, words } = result;
  const level = confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'middle' : 'low';
  return (
    <li class="search-result">
      <div class="spread">
        <strong dir="auto">{title}</strong>
        <span class={`search-verdict ${isShown(result) ? 'is-shown' : ''}`}>
          {texts[`verdict_${verdict}`]}
        </span>
      </div>
      {pinnedFor !== null && <p>{fill(texts.pinnedFor, { phrase: isolate(pinnedFor) })}</p>}
      {pinnedFor === null && (
        <p class="quiet">
          {fill(texts.sureness, {
            words: texts[`sure_${level}`],
            value: hundredths(confidence),
            floor: hundredths(floor),
          })}
        </p>
      )}
      {readAs !== null && <p>{fill(texts.readAs, { text: isolate(readAs) })}</p>}
      {phrasing !== '' && phrasing !== title && <p>{fill(texts.byPhrasing, { text: isolate(phrasing) })}</p>}
      {words.length > 0 && <MatchedWords words={words} />}
    </li>
  );
};

const Results = ({ results, floor }: { results: readonly Result[]; floor: number }) => (
  <ol class="plain-list">
    {results.map((result) => (
      <ResultRow key={result.question} result={result} floor={floor} />
    ))}
  </ol>
);

/** A trial of the search: what a visitor would be shown for a text, how sure that is, and why. */
export const TrySearch = () => {
  const { texts } = useSearch();
  const { tag } = useTexts();
  const [text, setText] = useState('');
  const found = useTyped(text);
  const hidden = found?.results.filter((result) => !isShown(result)) ?? [];
  const shown = found?.results.filter(isShown).length ?? 0;
  const summary =
    found &&
    (found.results.length === 0
      ? texts.tryNone
      : shown === 0
        ? texts.tryNoneShown
        : fill(texts.tryShown, { count: shown }));
  return (
    <section class="card search-card" aria-labelledby="search-try">
      <h2 id="search-try">{texts.try}</h2>
      <p class="quiet">{texts.tryLead}</p>
      <TextField
        label={texts.tryLabel}
        dir="auto"
        maxLength={300}
        autocomplete="off"
        value={text}
        onValue={setText}
      />
      <p role="status" class="search-summary">
        {summary}
      </p>
      {found?.from === 'database' && <p class="quiet">{texts.building}</p>}
      {found && found.alternatives.length > 0 && (
        <p>
          {fill(texts.alternatives, {
            list: new Intl.ListFormat(tag).format(found.alternatives.map((one) => isolate(`“${one}”`))),
          })}
        </p>
      )}
      {found && <Results results={found.results.filter(isShown)} floor={found.floor} />}
      {hidden.length > 0 && (
        <details class="search-more">
          <summary>{fill(texts.hiddenToo, { count: hidden.length })}</summary>
          <Results results={hidden} floor={found?.floor ?? 0} />
        </details>
      )}
    </section>
  );
};
