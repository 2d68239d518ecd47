import type en from './locales/en.ts';

/** Every sentence of mails, by name. English is the measure: the others have the same names. */
export type MailTexts = Record<keyof typeof en, string>;
