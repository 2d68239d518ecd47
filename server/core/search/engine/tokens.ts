import { foldWord } from './normalise.ts';

/** The words of a text in the form in which they are compared, with where each stood in the original. */
export interface Tokens {
  words: string[];
  /** Code-unit offsets in the original text, end exclusive. */
  starts: number[];
  ends: number[];
  /** True when the text ends inside its last word, so that more letters may follow. */
  open: boolean;
}

/** Code units kept of a word; beyond that it is noise (a URL, a hash, a cat on the keyboard). */
export const longestWord = 48;

// One character class, repeated: linear on any input.
const wordRun = /[\p{L}\p{N}\p{M}\p{Cf}'’ʼ＇]+/gu;
const spacelessCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u;
/** Alphabets whose words stand without spaces: they are parted by a dictionary. */
const unpartedRun = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/u;
/** The language says nothing: ICU takes its dictionary by the script. */
const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
/** Code units that the dictionary gets at once: its time grows with the square of a run. */
const longestSegmented = 256;
const asciiOnly = /^[\0-\x7f]*$/;

/** True for words of Chinese and Japanese, which are written without spaces; tokens of those are pairs of characters. */
export function isSpaceless(word: string): boolean {
  return word.charCodeAt(0) > 0x0e00 && spacelessCharacter.test(word);
}

/**
 * Splits text of any script into folded words. Chinese and Japanese become overlapping pairs of characters, since there
 * each character says something and no dictionary knows all words; Thai, Lao, Khmer and Burmese are parted by ICU's
 * dictionaries, since their letters say as little as ours.
 *
 * @param limit most words returned; the rest of the text is left out
 */
export function tokenise(text: string, limit: number): Tokens {
  const tokens: Tokens = { words: [], starts: [], ends: [], open: false };
  let lastEnd = 0;
  wordRun.lastIndex = 0;
  for (const match of text.matchAll(wordRun)) {
    if (tokens.words.length >= limit) return tokens;
    lastEnd = match.index + match[0].length;
    addRun(tokens, match[0], match.index, limit);
  }
  tokens.open = lastEnd === text.length && tokens.words.length > 0;
  return tokens;
}

function addRun(tokens: Tokens, run: string, start: number, limit: number): void {
  if (asciiOnly.test(run) && !run.includes("'")) {
    addWord(tokens, run, start, limit);
  } else if (unpartedRun.test(run)) {
    for (let from = 0; from < run.length; from += longestSegmented)
      for (const { segment, index } of segmenter.segment(run.slice(from, from + longestSegmented)))
        addMixed(tokens, segment, start + from + index, limit);
  } else {
    addMixed(tokens, run, start, limit);
  }
}

/** Adds a run in which characters that are words by themselves, and apostrophes, part the others. */
function addMixed(tokens: Tokens, run: string, start: number, limit: number): void {
  let wordStart = 0;
  let position = 0;
  while (position < run.length) {
    const character = String.fromCodePoint(run.codePointAt(position) as number);
    if (isSpaceless(character)) {
      addWord(tokens, run.slice(wordStart, position), start + wordStart, limit);
      position = addSpaceless(tokens, run, position, start, limit);
      wordStart = position;
    } else if (isApostrophe(character) && separates(run, wordStart, position)) {
      addWord(tokens, run.slice(wordStart, position), start + wordStart, limit);
      position += 1;
      wordStart = position;
    } else {
      position += character.length;
    }
  }
  addWord(tokens, run.slice(wordStart), start + wordStart, limit);
}

function addWord(tokens: Tokens, original: string, start: number, limit: number): void {
  if (original === '' || tokens.words.length >= limit) return;
  const word = foldWord(original.length > longestWord * 2 ? original.slice(0, longestWord * 2) : original);
  if (word === '') return;
  tokens.words.push(word.length > longestWord ? word.slice(0, longestWord) : word);
  tokens.starts.push(start);
  tokens.ends.push(start + original.length);
}

/** Adds the pairs of one run of spaceless script and returns where the run ends. */
function addSpaceless(tokens: Tokens, run: string, from: number, start: number, limit: number): number {
  const edges = [from];
  let position = from;
  while (position < run.length) {
    const character = String.fromCodePoint(run.codePointAt(position) as number);
    const belongs = isSpaceless(character) || (position > from && /\p{M}/u.test(character));
    if (!belongs) break;
    position += character.length;
    edges.push(position);
  }
  if (edges.length === 2) {
    addWord(tokens, run.slice(from, position), start + from, limit);
    return position;
  }
  for (let index = 0; index + 2 < edges.length; index++) {
    addWord(tokens, run.slice(edges[index], edges[index + 2]), start + (edges[index] as number), limit);
  }
  return position;
}

function isApostrophe(character: string): boolean {
  return character === "'" || character === '’' || character === 'ʼ' || character === '＇';
}

/** "l'eau" and "dell'acqua" are two words; "don't" and "what's" are one, with or without the apostrophe. */
function separates(run: string, wordStart: number, apostrophe: number): boolean {
  let end = apostrophe + 1;
  while (end < run.length && !isApostrophe(run[end] as string)) end++;
  return apostrophe - wordStart < 2 || end - apostrophe - 1 > 2;
}
