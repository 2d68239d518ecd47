import type { Plural } from '../core/pages/textShape.ts';
import type en from './texts/en.ts';

/** Every sentence about ideas, on pages and in emails; English is the measure. */
export type IdeaTexts = {
  [Name in keyof typeof en]: (typeof en)[Name] extends string ? string : Plural;
};
