import type en from './texts/en.ts';

/** Every sentence of reporting; English is the measure. */
export type ReportTexts = Record<keyof typeof en, string>;
