import { tokenise } from './engine/tokens.ts';
import { stubText } from './engine/vocabulary.ts';

/** Words of a text that are looked at. */
const maxWords = 200;
/** Letters from which on a word says something by itself. */
const leastLetters = 4;
/** Letters from which on a word may, where something else says so. */
const leastTelling = 3;
/** Letters by which two forms of a short word differ: a plural, a case. */
const maxEnding = 2;

/** A part of a text that a query asked for, UTF-16 code units. */
export interface AskedRange {
  start: number;
  end: number;
}

/** Whether two words are forms of one. */
const isSameWord = (one: string, other: string): boolean => {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const stub = stubText(short);
  if (stub.length < short.length) return stubText(long) === stub;
  return short.length >= leastTelling && long.length - short.length <= maxEnding && long.startsWith(short);
};

/**
 * The words of a text that a query asks for, in whatever form, as ranges in their order. Small words aren't among them.
 * @param telling words that say something however short they are
 */
export const askedRanges = (text: string, query: string, telling: readonly string[] = []): AskedRange[] => {
  const asked = tokenise(query, maxWords).words.filter(
    (word) =>
      [...word].length >= leastLetters ||
      ([...word].length >= leastTelling && telling.some((one) => isSameWord(one, word))),
  );
  const { words, starts, ends } = tokenise(text, maxWords);
  const ranges: AskedRange[] = [];
  for (const [index, word] of words.entries()) {
    const [start, end] = [starts[index], ends[index]];
    if (start === undefined || end === undefined || !asked.some((one) => isSameWord(one, word))) continue;
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
};

/** The words that ranges of a text stand for, as they are compared. */
export const wordsOfRanges = (text: string, ranges: readonly AskedRange[]): string[] =>
  ranges.flatMap(({ start, end }) => tokenise(text.slice(start, end), maxWords).words);
