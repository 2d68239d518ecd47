/*
 * Whether a text says what somebody said before it, in their words: what the team words itself is the team's, what it takes
 * over stays its author's.
 */

/** Words in a row by which a text is somebody's: fewer are the language's. */
const telling = 4;

/** Letters of scripts that don't part their words: Thai, Lao, Myanmar, Khmer, kana, Han. Each counts as half a word. */
const wordless = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/gu;

const weightOf = (word: string): number => (word.search(wordless) < 0 ? 1 : 0.5);

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(wordless, ' $& ')
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Runs of as many words as tell whose they are, one from each word that has enough after it. */
const runsOf = (words: readonly string[]): string[] => {
  const weights = words.map(weightOf);
  return words.flatMap((_, start) => {
    let weight = 0;
    let end = start;
    while (weight < telling && end < words.length) weight += weights[end++] ?? 0;
    return weight >= telling ? [words.slice(start, end).join(' ')] : [];
  });
};

/**
 * Whether a text has a run of words in common with what somebody said; a shorter one, whether it is all in there.
 * @param said each text that they wrote
 * @param names what they're called and reached by: a text with one of them is about them, whoever wrote it
 */
export const isQuoted = (text: string, said: readonly string[], names: readonly string[] = []): boolean => {
  const words = wordsOf(text);
  if (words.length === 0) return false;
  const has = (whole: readonly string[], part: readonly string[]): boolean =>
    part.length > 0 && ` ${whole.join(' ')} `.includes(` ${part.join(' ')} `);
  if (names.some((name) => name.trim().length > 2 && has(words, wordsOf(name)))) return true;
  const runs = runsOf(words);
  if (runs.length === 0) return said.some((one) => has(wordsOf(one), words));
  const known = new Set(said.flatMap((one) => runsOf(wordsOf(one))));
  return runs.some((run) => known.has(run));
};
