import type { WordLoaders } from '../../core/staff/words.ts';
import type { AccountWords } from './texts/en.ts';

export type { AccountWords };

export const accountWords: WordLoaders<AccountWords> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
