import type en from './texts/en.ts';

/** Every text about what is stored, by name. English is the measure: the others have the same names. */
export type ProcessingTexts = Record<keyof typeof en, string>;
