import type { TextLoaders } from '../../core/staff/texts.ts';
import type { AnswerTexts } from './texts/en.ts';

export type { AnswerTexts };

/** Texts about answers for staff, by language. */
export const texts: TextLoaders<AnswerTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
