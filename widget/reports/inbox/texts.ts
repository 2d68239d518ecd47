import type { TextLoaders } from '../../core/staff/texts.ts';
import type { ReportTexts } from './texts/en.ts';

export type { ReportTexts };

/** Texts of the reports, by language. */
export const texts: TextLoaders<ReportTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
