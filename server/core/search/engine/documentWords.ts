import type { SearchDocument } from './searchTypes.ts';
import { tokenise } from './tokens.ts';

/** Words of a title that are indexed, and the code units that are read to find them. */
const maxTitleWords = 64;
const longestTitle = 1000;
/** Words of a body that are indexed, and the code units that are read: the longest handbook chapter, and no flood. */
const maxBodyWords = 50_000;
const longestBody = 400_000;

/** Words of a body up to which it is one passage. */
const longestWhole = 240;
/** Words of a passage, and how many of them the next one begins with, so that no answer is cut in two. */
const passageLength = 120;
const overlap = 40;

/** A part of a body: its words, and where in the body they stand, code units. */
export interface Passage {
  words: string[];
  start: number;
  end: number;
}

/**
 * A body in overlapping passages of about 120 words; a short one is a single passage. A long text is compared passage
 * by passage, since an answer among two thousand other words would be drowned by them.
 */
export const passagesOf = (body: string): [Passage, ...Passage[]] => {
  const { words, starts, ends } = tokenise(body.slice(0, longestBody), maxBodyWords);
  const cut = (from: number, to: number): Passage => ({
    words: words.slice(from, to),
    start: starts[from] ?? 0,
    end: ends[Math.min(to, words.length) - 1] ?? 0,
  });
  if (words.length <= longestWhole) return [cut(0, words.length)];
  const step = passageLength - overlap;
  const passages: Passage[] = [];
  for (let from = step; from + overlap < words.length; from += step)
    passages.push(cut(from, from + passageLength));
  return [cut(0, passageLength), ...passages];
};

/** The words of a title that are indexed. */
export const titleWords = ({ title }: SearchDocument): string[] =>
  tokenise(title.slice(0, longestTitle), maxTitleWords).words;
