import type { SearchDocument } from './engine/searchTypes.ts';
import { tokenise } from './engine/tokens.ts';
import type { Hit } from './hits.ts';

/** Words of a query and of a title that are compared. */
const maxWords = 32;
/** Letters beyond which a longer word says no more. */
const longest = 8;
/** Least shared beginning of two words that are forms of one. */
const leastShared = 4;

/** Long words are rare words, more or less: their weight without counting any. */
const weigh = (word: string): number => Math.min(longest, word.length) ** 2;

const closeness = (asked: string, found: string, open: boolean): number => {
  if (asked === found) return 1;
  if (open && asked.length > 1 && found.startsWith(asked)) return 0.9;
  let shared = 0;
  while (shared < asked.length && asked[shared] === found[shared]) shared++;
  if (shared < leastShared) return 0;
  const isForm = shared === Math.min(asked.length, found.length);
  return isForm || shared / Math.max(asked.length, found.length) >= 0.6 ? 0.85 : 0;
};

const measure = (asked: ReturnType<typeof tokenise>, document: SearchDocument): Hit => {
  const title = tokenise(document.title, maxWords);
  const body = new Set(tokenise(document.body.slice(0, 4_000), 500).words);
  const marked = new Set<number>();
  let reached = 0;
  let possible = 0;
  for (const [place, word] of asked.words.entries()) {
    const open = asked.open && place === asked.words.length - 1;
    let best = 0;
    for (const [at, found] of title.words.entries()) {
      const close = closeness(word, found, open);
      if (close > 0) marked.add(at);
      best = Math.max(best, close);
    }
    if (best === 0 && body.has(word)) best = 0.4;
    reached += weigh(word) * best;
    possible += weigh(word);
  }
  const matches = [...marked]
    .sort((one, other) => one - other)
    // biome-ignore lint/style/noNonNullAssertion: each word of the title has a start and an end
    .map((at) => ({ start: title.starts[at]!, end: title.ends[at]! }));
  const share = possible ? (0.95 * reached) / possible : 0;
  // A third of the words was worth showing; so that the same floor serves, it is as much as an even chance.
  const confidence = 1 - (1 - share) ** 2;
  return { group: document.group, id: document.id, confidence, shownUpTo: confidence, matches };
};

/**
 * Ranks full-text hits as the index would give them: one hit an answer, best first. The confidence is the share of the
 * query's words that the title has (long words counting more), so that the same floor serves.
 */
export const rankByCoverage = (
  text: string,
  documents: SearchDocument[],
  limit: number,
  floor: number,
): Hit[] => {
  const asked = tokenise(text.slice(0, 2_000), maxWords);
  const best = new Map<string, Hit>();
  for (const document of documents) {
    const hit = measure(asked, document);
    if (hit.confidence < floor || hit.confidence === 0) continue;
    if (hit.confidence > (best.get(hit.group)?.confidence ?? 0)) best.set(hit.group, hit);
  }
  return [...best.values()]
    .sort((one, other) => other.confidence - one.confidence || (one.group < other.group ? -1 : 1))
    .slice(0, limit);
};
