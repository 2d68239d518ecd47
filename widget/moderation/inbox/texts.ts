import type { TextLoaders } from '../../core/staff/texts.ts';
import type { ModerationTexts } from './texts/en.ts';

export type { ModerationTexts };

/** Texts of the moderation queue for staff, by language. */
export const texts: TextLoaders<ModerationTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
