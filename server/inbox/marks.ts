import { spaced } from '../core/search/spaced.ts';

export interface Range {
  start: number;
  end: number;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Ranges of a text's words that begin like one of some words; in scripts without spaces, of the letters themselves. */
export const markWords = (text: string, words: readonly string[]): Range[] => {
  // Marks are letters of their own where words are not parted: there nothing is folded.
  const sought = words.map((word) => {
    const isWordless = spaced(word) !== word;
    return { word: isWordless ? word : fold(word), isWordless };
  });
  const ranges: Range[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(match[0]);
    for (const { word, isWordless } of sought) {
      if (!isWordless && (word.length > 1 ? folded.startsWith(word) : folded === word)) {
        ranges.push({ start: match.index, end: match.index + match[0].length });
        break;
      }
      const place = isWordless ? match[0].toLowerCase().indexOf(word) : -1;
      if (place >= 0) ranges.push({ start: match.index + place, end: match.index + place + word.length });
    }
  }
  ranges.sort((one, other) => one.start - other.start);
  return ranges.filter(({ start }, place) => start >= (ranges[place - 1]?.end ?? 0));
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
