import type { TextLoaders } from '../../../core/staff/texts.ts';
import type { SegmentTexts } from './texts/en.ts';

export type { SegmentTexts };

/** Texts of segments, by language. */
export const texts: TextLoaders<SegmentTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};
