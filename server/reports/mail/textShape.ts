import type en from '../texts/en.ts';

/** Every sentence of the report by mail, by name. English is the measure: the others have the same names. */
export type ReportMailTexts = Record<keyof typeof en, string>;
