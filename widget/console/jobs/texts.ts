import type { TextLoaders } from '../../core/staff/texts.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { JobTexts } from './texts/en.ts';

export type { JobTexts };

const loaders: TextLoaders<JobTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Texts about jobs; null until they are loaded. */
export const useJobTexts = (): JobTexts | null => useSectionTexts(loaders);
