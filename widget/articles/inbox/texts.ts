import type { TextLoaders } from '../../core/staff/texts.ts';
import type { ArticleTexts } from './texts/en.ts';

export type { ArticleTexts };

/** Texts about articles for staff, by language. */
export const texts: TextLoaders<ArticleTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
