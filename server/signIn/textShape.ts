import type en from './texts/en.ts';

/** Every text around a sign-in link, by name. English is the measure: the others have the same names. */
export type SignInTexts = Record<keyof typeof en, string>;
