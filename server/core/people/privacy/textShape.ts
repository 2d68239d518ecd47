import type en from './texts/en.ts';

/** Every text of an export, by name; what is kept, by its kind. English is the measure: the others have the same names. */
export type ArchiveTexts = Record<keyof typeof en, string>;
