import { tokenise } from './tokens.ts';

/** Least closeness at which a word is worth marking. */
const leastMarked = 0.55;

/** Code-unit ranges of a title's words that match the query, neighbours of spaceless scripts joined. */
export function highlight(
  title: string,
  matchOf: (word: string) => { degree: number } | undefined,
): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  const tokens = tokenise(title.slice(0, 1000), 64);
  for (let index = 0; index < tokens.words.length; index++) {
    const match = matchOf(tokens.words[index]!);
    if (!match || match.degree < leastMarked) continue;
    const last = ranges.at(-1);
    if (last && tokens.starts[index]! < last.end) last.end = tokens.ends[index]!;
    else ranges.push({ start: tokens.starts[index]!, end: tokens.ends[index]! });
  }
  return ranges;
}
