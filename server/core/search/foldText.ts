import { foldWord } from './engine/normalise.ts';

/* The one rule by which words are compared, for full texts: both sides, on every engine, are what stands here. */

/** Code points of a word that count: databases bound their words, and no person types more. */
const longestWord = 48;

/** Letters of scripts that do not part their words: Thai, Lao, Myanmar, Khmer, kana, Han. */
const wordless = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/gu;

/** A word with what is invisible in it, such as a soft hyphen. */
export const wordRun = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}\p{Cf}\u0640]*/gu;

/**
 * The words of a text as they are compared: letters, marks and digits only, so that none can be read as an operator.
 * What one word is made of more (a ligature that stands for four) is several.
 */
export const foldedWords = (text: string): string[] =>
  (text.toWellFormed().match(wordRun) ?? []).flatMap((word) =>
    (foldWord(word).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((part) =>
      [...part].slice(0, longestWord).join(''),
    ),
  );

/** True for a word with letters of a script that does not part its words. */
export const isWordless = (word: string): boolean => word.search(wordless) >= 0;

/** A folded word in the pieces that a full text keeps: each letter of a script without spaces is one. */
export const piecesOf = (word: string): string[] =>
  word.replace(wordless, ' $& ').trim().split(/\s+/).filter(Boolean);

/** Folds a text to what a full text stores. */
export const foldText = (text: string): string[] =>
  (text.toWellFormed().match(wordRun) ?? []).flatMap((word) =>
    (foldWord(word).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).flatMap((part) =>
      isWordless(part) ? piecesOf(part) : [[...part].slice(0, longestWord).join('')],
    ),
  );
