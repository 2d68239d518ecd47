import { fill } from '../../inbox/i18n.ts';
import type { WordLoaders } from '../../inbox/words.ts';
import type english from './texts/en.ts';

type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
export type StaffWords = {
  [Key in keyof typeof english]: (typeof english)[Key] extends string ? string : Plural;
};

/** The staff's words about comments. */
export const words: WordLoaders<StaffWords> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Fills a text whose form depends on a number. */
export const counted = (tag: string, forms: Plural, count: number): string =>
  fill(forms[new Intl.PluralRules(tag).select(count)] ?? forms.other ?? '', {
    count: new Intl.NumberFormat(tag).format(count),
  });
