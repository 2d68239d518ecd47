import { tokenise } from './tokens.ts';

/** Words up to which a text is one question. */
const longestQuestion = 12;
/** Words of a part of a sentence without an end, and how far the next part begins after it. */
const windowLength = 10;
const windowStep = 5;
/** Parts of a text that are searched, at the most: each costs a search. */
const maxParts = 8;
/** Words that are read for parts. */
const maxWords = 160;
/** Fewest words of a part: "Hello" and "Thanks!" ask nothing. */
const fewestWords = 3;

/** The end of a sentence in any script, or of a line. */
const sentence = /[^.!?…;。！？；؟؛।\n]+[.!?…;。！？；؟؛।]*/gu;

/** Words of a sentence in overlapping windows, as they stand in the text. */
const windowsOf = (text: string): string[] => {
  const { starts, ends } = tokenise(text, maxWords);
  const windows: string[] = [];
  for (let from = 0; from < starts.length; from += windowStep) {
    const last = Math.min(from + windowLength, starts.length) - 1;
    windows.push(text.slice(starts[from], ends[last]));
    if (last === starts.length - 1) break;
  }
  return windows;
};

/**
 * The parts of a long text that may each be the question: its sentences, and of sentences without an end the words in
 * windows. People greet, tell their story, ask and thank; held against a short question, all of that is missing words.
 * None for a text that is short enough to be the question itself.
 */
export const partsOf = (text: string): string[] => {
  const sentences = (text.match(sentence) ?? []).map((part) => part.trim());
  const counted = sentences
    .map((part) => ({ part, words: tokenise(part, maxWords).words.length }))
    .filter(({ words }) => words >= fewestWords);
  const total = counted.reduce((sum, { words }) => sum + words, 0);
  const [only] = counted;
  if (!only || (counted.length === 1 && total <= longestQuestion)) return [];
  const parts = counted.flatMap(({ part, words }) =>
    words > longestQuestion ? [...(counted.length > 1 ? [part] : []), ...windowsOf(part)] : [part],
  );
  // Where there are too many, those at the end: that is where people come to the point, and where they type.
  return [...new Set(parts)].filter((part) => part !== text.trim()).slice(-maxParts);
};
