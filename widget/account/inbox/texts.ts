import type { TextLoaders } from '../../core/staff/texts.ts';
import type { AccountTexts } from './texts/en.ts';

export type { AccountTexts };

export const accountTexts: TextLoaders<AccountTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
