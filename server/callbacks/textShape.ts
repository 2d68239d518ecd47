import type en from './locales/en.ts';

/** Every sentence of mails and pages about calls, by name; English is the measure. */
export type CallTexts = Record<keyof typeof en, string>;
