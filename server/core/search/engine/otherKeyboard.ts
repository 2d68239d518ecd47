import { keyboards } from './keyboards.ts';

/** The layout that letters are typed on when the language was not switched, and the others. */
const latin = 'en';

/** The conversion of text typed on one layout into another, by key. */
const conversionOf = (from: string, to: string): Map<string, string> => {
  const conversion = new Map<string, string>();
  for (const level of [0, 1] as const) {
    const [typed, meant] = [[...(keyboards[from]?.[level] ?? '')], [...(keyboards[to]?.[level] ?? '')]];
    for (const [key, character] of typed.entries()) {
      const other = meant[key];
      if (other && other !== ' ' && character !== ' ' && !conversion.has(character))
        conversion.set(character, other);
    }
  }
  return conversion;
};

const others = Object.keys(keyboards).filter((name) => name !== latin);
const conversions = others.flatMap((name) => [conversionOf(latin, name), conversionOf(name, latin)]);

/** Letters of a text that a layout must have, as a share, for the text to have been typed on it. */
const typedShare = 0.9;

const convert = (text: string, conversion: Map<string, string>): string =>
  [...text].map((character) => conversion.get(character) ?? character).join('');

/**
 * A text as it would stand had it been typed with another keyboard layout: for each one on which it can have been typed,
 * all of it, and without the words that are known as they are, such as a brand in Latin letters.
 */
export const onOtherKeyboards = (text: string, isKnown: (word: string) => boolean): string[] => {
  const letters = [...text].filter((character) => /\p{L}/u.test(character));
  if (letters.length === 0) return [];
  const words = text.split(/(\s+)/).map((word) => ({ word, isKnown: isKnown(word) }));
  const meant = conversions.flatMap((conversion) => {
    const typed = letters.filter((letter) => conversion.has(letter)).length;
    const some = words.map((one) => (one.isKnown ? one.word : convert(one.word, conversion))).join('');
    return typed < typedShare * letters.length ? [some] : [convert(text, conversion), some];
  });
  return [...new Set(meant)].filter((one) => one !== text);
};
