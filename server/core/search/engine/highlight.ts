// biome-ignore-all lint/style/noNonNullAssertion: every token has a start and an end

import { tokenise } from './tokens.ts';

/** Least closeness at which a word is worth marking. */
const leastMarked = 0.55;

/** Least weight of a word that is worth marking, of the heaviest that matches: "my" says nothing beside "password". */
const leastWeight = 0.5;

/** A match of a title's word with the query: how closely, and how much the word of the query says. */
export interface TitleMatch {
  degree: number;
  weight: number;
}

/** Code-unit ranges of a title's words that match the query and say something, neighbours of spaceless scripts joined. */
export function highlight(
  title: string,
  matchOf: (word: string) => TitleMatch | undefined,
): { start: number; end: number }[] {
  const tokens = tokenise(title.slice(0, 1000), 64);
  const weights = tokens.words.map((word) => {
    const match = matchOf(word);
    return match && match.degree >= leastMarked ? match.weight : 0;
  });
  const least = Math.max(0, ...weights) * leastWeight;
  const ranges: { start: number; end: number }[] = [];
  weights.forEach((weight, index) => {
    if (weight === 0 || weight < least) return;
    const [start, end] = [tokens.starts[index]!, tokens.ends[index]!];
    const last = ranges.at(-1);
    if (last && start < last.end) last.end = end;
    else ranges.push({ start, end });
  });
  return ranges;
}
