import { foldWord } from '../core/search/engine/normalise.ts';
import { foldText, isWordless, wordRun } from '../core/search/foldText.ts';

export interface Range {
  start: number;
  end: number;
}

/** A letter with the marks that belong to it: what folds together. */
const cluster = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gu;

/** A word folded, with where in it each folded letter began and ended. */
const foldWithPlaces = (word: string): { folded: string; starts: number[]; ends: number[] } => {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: letter, index } of word.matchAll(cluster)) {
    const part = foldWord(letter);
    for (let place = 0; place < part.length; place++) {
      starts.push(index);
      ends.push(index + letter.length);
    }
    folded += part;
  }
  return { folded, starts, ends };
};

/** The places of a folded word in a text's word: its beginning, or in scripts without spaces any part of it. */
const placesIn = (original: string, word: string): Range[] => {
  if (!isWordless(word)) {
    const isFound = foldText(original).some((one) => (word.length > 1 ? one.startsWith(word) : one === word));
    return isFound ? [{ start: 0, end: original.length }] : [];
  }
  const { folded, starts, ends } = foldWithPlaces(original);
  const place = folded.indexOf(word);
  return place < 0
    ? []
    : [{ start: starts[place] ?? 0, end: ends[place + word.length - 1] ?? original.length }];
};

/**
 * Ranges of a text's words that begin like one of some words; in scripts without spaces, of the letters themselves.
 * @param words folded, see `foldedWords`
 */
export const markMatches = (text: string, words: readonly string[]): Range[] => {
  const ranges: Range[] = [];
  for (const { 0: original, index } of text.matchAll(wordRun))
    for (const word of words)
      for (const { start, end } of placesIn(original, word))
        ranges.push({ start: index + start, end: index + end });
  ranges.sort((one, other) => one.start - other.start || other.end - one.end);
  const merged: Range[] = [];
  for (const range of ranges) if (range.start >= (merged.at(-1)?.end ?? 0)) merged.push(range);
  return merged;
};

/** Code units of an excerpt, and of those before what was found. */
const excerptLength = 160;
const before = 36;

/** The part of a text around the first of some ranges, with the ranges moved along. */
export const excerptAround = (text: string, ranges: Range[]): { text: string; matches: Range[] } => {
  const first = ranges[0]?.start ?? 0;
  const space = first > before ? text.indexOf(' ', first - before) : -1;
  const start = space >= 0 && space < first ? space + 1 : Math.max(0, first > before ? first - before : 0);
  const part = text.slice(start, start + excerptLength).toWellFormed();
  const lead = start > 0 ? '… ' : '';
  return {
    text: lead + part,
    matches: ranges
      .filter((range) => range.start >= start && range.end <= start + part.length)
      .map((range) => ({
        start: range.start - start + lead.length,
        end: range.end - start + lead.length,
      })),
  };
};
