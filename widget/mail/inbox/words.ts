import type { WordLoaders } from '../../core/staff/words.ts';
import type { StaffWords } from './texts/en.ts';

export type { StaffWords };

/** The staff's words about emails that became no message. */
export const words: WordLoaders<StaffWords> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
