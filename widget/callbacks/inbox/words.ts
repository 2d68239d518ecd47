import type { Plural } from '../../core/staff/i18n.ts';
import type { WordLoaders } from '../../core/staff/words.ts';
import type english from './texts/en.ts';

export type StaffWords = {
  [Key in keyof typeof english]: (typeof english)[Key] extends string ? string : Plural;
};

/** The staff's words about calls. */
export const words: WordLoaders<StaffWords> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
