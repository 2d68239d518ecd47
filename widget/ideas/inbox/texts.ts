import type { TextLoaders } from '../../core/staff/texts.ts';
import type { IdeaTexts } from './texts/en.ts';

export type { IdeaTexts };

/** Texts about ideas for staff, by language. */
export const texts: TextLoaders<IdeaTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
