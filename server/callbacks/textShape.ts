import type en from './texts/en.ts';

/** Every sentence of mails and pages about calls, by name; English is the measure. */
export type CallbackTexts = Record<keyof typeof en, string>;
