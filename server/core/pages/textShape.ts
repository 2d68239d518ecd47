import type en from './texts/en.ts';

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;

/** Every sentence of the server-rendered pages, by name. English is the measure: the others have the same names. */
export type PageTexts = {
  [Name in keyof typeof en]: (typeof en)[Name] extends string ? string : Plural;
};
