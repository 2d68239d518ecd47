const primary = (tag: string): string => tag.toLowerCase().split('-')[0]!.replace(/^tl$/, 'fil');

/**
 * The first language that is wanted and that the site speaks; else the site's first.
 * @param spoken the site's languages that we have words for; at least one
 * @param wanted language tags, most wanted first
 */
export const pickLanguage = (spoken: readonly string[], wanted: readonly string[]): string =>
  wanted.map(primary).find((language) => spoken.includes(language)) ?? spoken[0]!;
