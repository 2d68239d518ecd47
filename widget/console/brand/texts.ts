import type { TextLoaders } from '../../core/staff/texts.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { BrandTexts } from './texts/en.ts';

export type { BrandTexts };

const loaders: TextLoaders<BrandTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Texts about the site's own look; null until they are loaded. */
export const useBrandTexts = (): BrandTexts | null => useSectionTexts(loaders);
