import type { TextLoaders } from '../../core/staff/texts.ts';
import type { ComposeTexts } from './texts/en.ts';

export type { ComposeTexts };

/** Texts of new messages, for staff, by language. */
export const texts: TextLoaders<ComposeTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
