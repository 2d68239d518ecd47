import type { TextLoaders } from '../../core/staff/texts.ts';
import type { ContactTexts } from './texts/en.ts';

export type { ContactTexts };

/** Texts of contacts, by language. */
export const texts: TextLoaders<ContactTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
