import anyAscii from 'any-ascii';

/** Scripts whose languages people also write in Latin letters, each in several ways. */
export const scripts = ['cyrillic', 'greek', 'arabic', 'hebrew'] as const;
export type Script = (typeof scripts)[number];

const letters: Record<Script, RegExp> = {
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
  arabic: /\p{Script=Arabic}/u,
  hebrew: /\p{Script=Hebrew}/u,
};

/** The script of a word's first letter, if it is one of these. */
export const scriptOf = (word: string): Script | undefined =>
  scripts.find((script) => letters[script].test(word.slice(0, 1)));

/*
 * Each rule makes two ways of writing one sound the same, in what people type and in what any-ascii makes of the word
 * alike. Longer ones come first. Letters that people leave out or swap (vowels in Arabic and Hebrew, "y" and "j") go.
 */
const rules: Record<Script, [RegExp, string][]> = {
  cyrillic: [
    [/shch|sch|sht|sh/g, 's'],
    [/tch|ch/g, 'c'],
    [/zh/g, 'z'],
    [/kh|x/g, 'h'],
    [/ts|tz/g, 'c'],
    [/[yj]/g, 'i'],
    [/i+/g, 'i'],
    [/i([eo])/g, 'e'],
    [/i([au])/g, '$1'],
    [/w/g, 'v'],
    [/q|ck/g, 'k'],
  ],
  greek: [
    [/[89]/g, 'th'],
    [/3/g, 'x'],
    [/ch|kh|ks/g, 'x'],
    [/mp/g, 'b'],
    [/nt/g, 'd'],
    [/g[kg]/g, 'g'],
    [/th/g, 't'],
    [/ph/g, 'f'],
    [/ou|oy/g, 'u'],
    [/ai/g, 'e'],
    [/[eo][iy]/g, 'i'],
    [/a[uyv]/g, 'af'],
    [/e[uyv]/g, 'ef'],
    [/[yhu]/g, 'i'],
    [/w/g, 'o'],
    [/[bv]/g, 'v'],
    [/c/g, 'k'],
  ],
  arabic: [
    [/5|kh|7|x/g, 'h'],
    [/[36`'2]/g, ''],
    [/9|ss/g, 's'],
    [/8/g, 'g'],
    [/gh/g, 'g'],
    [/sh|ch/g, 's'],
    [/th|6/g, 't'],
    [/dh|z/g, 'd'],
    [/q/g, 'k'],
    [/v/g, 'f'],
    [/p/g, 'b'],
    [/[aeiouyw]/g, ''],
    [/[ht]$/g, ''],
  ],
  hebrew: [
    [/sh/g, 's'],
    [/ch|kh|x/g, 'h'],
    [/ts|tz/g, 'z'],
    [/[`']/g, ''],
    [/[bw]/g, 'v'],
    [/p|ph/g, 'f'],
    [/q/g, 'k'],
    [/[aeiouyj]/g, ''],
    [/h$/g, ''],
  ],
};

/**
 * The sound of a word, coarsely: what a word of a script and each way of writing it in Latin letters have in common.
 * @param word in the script, or in Latin letters
 */
export const soundOf = (word: string, script: Script): string => {
  let sound = anyAscii(word).toLowerCase();
  for (const [pattern, instead] of rules[script]) sound = sound.replace(pattern, instead);
  return sound.replace(/[^a-z0-9]/g, '').replace(/(.)\1+/g, '$1');
};

/** A sound without its vowels, and without what may stand for one: they are what people write most differently. */
export const consonantsOf = (sound: string, script: Script): string =>
  sound.replace(script === 'hebrew' ? /[aeiouv]/g : /[aeiou]/g, '').replace(/(.)\1+/g, '$1');
