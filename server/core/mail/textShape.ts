import type en from './texts/en.ts';

/** Every sentence of mails, by name. English is the measure: the others have the same names. */
export type MailTexts = Record<keyof typeof en, string>;
