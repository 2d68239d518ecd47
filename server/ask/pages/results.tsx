/** @jsxImportSource hono/jsx */
import { primarySubtag } from '../../../shared/core/languages.ts';
import { withLanguage } from '../../core/pages/links.ts';
import type { PageCall } from '../../core/pages/pages.tsx';
import { countText } from '../../core/pages/texts.ts';
import { topicName } from '../../core/pages/topics.ts';
import type { AskedRange } from '../../core/search/askedRanges.ts';
import type { SearchResult } from '../results.ts';

/** A text with the words that were searched for marked. */
const Marked = ({ text, marks }: { text: string; marks: readonly AskedRange[] }) => {
  let at = 0;
  const parts = marks.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, <mark>{text.slice(start, end)}</mark>];
  });
  return (
    <bdi>
      {parts}
      {text.slice(at)}
    </bdi>
  );
};

/** Topics of the results with how many are of each, the most first; none where all are of one. */
const topicsOf = (results: readonly SearchResult[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const { category } of results)
    if (category !== null) counts.set(category, (counts.get(category) ?? 0) + 1);
  const topics = [...counts].sort(([one, some], [other, more]) => more - some || (one < other ? -1 : 1));
  return topics.length === 1 && topics[0]?.[1] === results.length ? [] : topics;
};

/** Filters of a search by topic, as links. */
const Filters = ({
  call,
  query,
  results,
  chosen,
}: {
  call: PageCall;
  query: string;
  results: readonly SearchResult[];
  chosen: string | undefined;
}) => {
  const { site, language } = call;
  const base = `/sites/${site.key}/questions?lang=${language.tag}&q=${encodeURIComponent(query)}`;
  const topics = topicsOf(results);
  if (topics.length === 0) return null;
  return (
    <ul class="chips">
      <li>
        <a href={base} aria-current={chosen === undefined ? 'page' : undefined}>
          {language.texts.everything} <span class="count">{results.length}</span>
        </a>
      </li>
      {topics.map(([name, total]) => (
        <li>
          <a
            href={`${base}&category=${encodeURIComponent(name)}`}
            aria-current={chosen === name ? 'page' : undefined}
          >
            {topicName(site.settings.categories, name, language.tag)} <span class="count">{total}</span>
          </a>
        </li>
      ))}
    </ul>
  );
};

/** Results of a search with what was searched for marked, and their filters. */
export const SearchResults = ({
  call,
  query,
  results,
  category,
}: {
  call: PageCall;
  query: string;
  results: readonly SearchResult[];
  category: string | undefined;
}) => {
  const { tag, texts } = call.language;
  const spoken = primarySubtag(tag);
  const chosen = results.some((result) => result.category === category) ? category : undefined;
  const shown = chosen === undefined ? results : results.filter((result) => result.category === chosen);
  return (
    <>
      <Filters call={call} query={query} results={results} chosen={chosen} />
      <p class="quiet" role="status">
        {countText(tag, texts.resultCount, shown.length)}
      </p>
      <ul class="list results">
        {shown.map((result) => (
          <li>
            <a
              href={withLanguage(result.path, tag)}
              lang={result.language === spoken ? undefined : result.language}
            >
              <strong>
                <Marked text={result.title} marks={result.titleMarks} />
              </strong>
              <span class="quiet">
                <Marked text={result.snippet} marks={result.snippetMarks} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};
