import type { WordLoaders } from '../../core/staff/words.ts';
import type english from './texts/en.ts';

export type AccountWords = { [Key in keyof typeof english]: string };

export const accountWords: WordLoaders<AccountWords> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
