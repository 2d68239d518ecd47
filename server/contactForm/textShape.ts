import type en from './texts/en.ts';

/** Every text around the contact form, by name. English is the measure: the others have the same names. */
export type ContactFormTexts = Record<keyof typeof en, string>;
