import type en from './texts/en.ts';

/** Every text around a login at a provider, by name. English is the measure: the others have the same names. */
export type OidcTexts = Record<keyof typeof en, string>;
