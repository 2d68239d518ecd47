import { stubLength, stubText } from './engine/vocabulary.ts';

/** Letters from which a word may have one typing error, and from which two. */
const oneError = 5;
const twoErrors = 8;
/** Letters that an ending may add to a short word. */
const longestEnding = 2;
/** Fewest letters of an unfinished word that stands for those it may become. */
const shortestOpen = 3;

/** Edits between two words (insert, drop, replace, swap neighbours), or `most + 1` where there are more. */
const editsBetween = (left: string, right: string, most: number): number => {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let edits = Math.min(
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1])
        edits = Math.min(edits, (before[column - 2] ?? 0) + 1);
      current.push(edits);
    }
    before = above;
    above = current;
  }
  return above[right.length] ?? most + 1;
};

/**
 * True where a typed word stands for an owner's: the same, another form of it, with a typing error, or its beginning
 * while it is still typed. Short words have endings, but no errors: those are other words.
 * @param typed folded, as all words that are compared
 */
export const isCloseWord = (typed: string, word: string, open: boolean): boolean => {
  if (typed === word) return true;
  if (open && typed.length >= shortestOpen && word.startsWith(typed)) return true;
  const shorter = Math.min(typed.length, word.length);
  if (shorter >= stubLength && stubText(typed) === stubText(word)) return true;
  if (shorter < oneError)
    return (
      shorter >= shortestOpen &&
      Math.abs(typed.length - word.length) <= longestEnding &&
      (typed.startsWith(word) || word.startsWith(typed))
    );
  const most = shorter >= twoErrors ? 2 : 1;
  return editsBetween(typed, word, most) <= most;
};
