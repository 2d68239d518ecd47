/** Maximum length of a character as people see it (a flag, a family, a letter with marks) that is never cut, UTF-16 code units. */
const maxCharacterLength = 100;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where the character that a place lies in begins, or the place itself where that character is endless. */
const startOfCharacter = (text: string, place: number): number => {
  // From a space, where there is one near: what comes before it decides nothing.
  const from = Math.max(0, place - 2 * maxCharacterLength);
  const begin = Math.max(from, text.slice(from, place).lastIndexOf(' ') + from + 1);
  const found = segmenter.segment(text.slice(begin, place + maxCharacterLength)).containing(place - begin);
  const start = begin + (found?.index ?? place - begin);
  return place - start < maxCharacterLength ? start : place;
};

/**
 * The first code units of a text, without NUL and never half of a character as people see it: it can be encoded, stored
 * and shown anywhere.
 */
export const cut = (text: string, max: number): string => {
  const end = text.length > max ? startOfCharacter(text, max) : max;
  const start = text.slice(0, end).replaceAll('\0', '');
  return (start.isWellFormed() ? start : start.slice(0, -1)).toWellFormed();
};

/** The first words of a text, cut at a word within `most` UTF-16 code units, with an ellipsis when cut. */
export const cutAtWord = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const start = cut(text, max - 1);
  const end = start.lastIndexOf(' ');
  return `${end > max / 2 ? start.slice(0, end) : start}…`;
};
