import type en from './texts/en.ts';

/** Every text of the pages of articles, by name. English is the measure: the others have the same names. */
export type ArticleTexts = Record<keyof typeof en, string>;
