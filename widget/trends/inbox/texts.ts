import type { TextLoaders } from '../../core/staff/texts.ts';
import type { TrendTexts } from './texts/en.ts';

export type { TrendTexts };

/** Texts about trends for staff, by language. */
export const texts: TextLoaders<TrendTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
