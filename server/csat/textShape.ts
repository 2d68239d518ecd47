import type en from './texts/en.ts';

/** Every text around a rating by email, by name. English is the measure: the others have the same names. */
export type CsatTexts = Record<keyof typeof en, string>;
