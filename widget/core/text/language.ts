import type { Language } from '../../../shared/core/languages.ts';

/**
 * The first language that is wanted and that the site speaks; else the site's first.
 * @param spoken the site's languages that we have texts in; at least one
 * @param wanted the language tag that counts; where it is not spoken, the browser's do, most wanted first
 */
export const pickLanguage = (spoken: readonly Language[], wanted: string): Language => {
  const find = (...tags: readonly string[]) =>
    tags
      // biome-ignore lint/style/noNonNullAssertion: a text that is split has a first part
      .map((tag) => tag.toLowerCase().split('-')[0]!.replace(/^tl$/, 'fil') as Language)
      .find((language) => spoken.includes(language));
  // The browser's are asked for only then: to touch `navigator` costs a page 7 kB of memory.
  return find(wanted) ?? find(...navigator.languages) ?? (spoken[0] as Language);
};
