import type { TextLoaders } from '../../core/staff/texts.ts';
import type { StaffTexts } from './texts/en.ts';

export type { StaffTexts };

/** Texts about people's data, for staff, by language. */
export const texts: TextLoaders<StaffTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
