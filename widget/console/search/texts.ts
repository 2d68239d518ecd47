import type { TextLoaders } from '../../core/staff/texts.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { SearchTexts } from './texts/en.ts';

export type { SearchTexts };

const loaders: TextLoaders<SearchTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Texts about the search; null until they are loaded. */
export const useSearchTexts = (): SearchTexts | null => useSectionTexts(loaders);
