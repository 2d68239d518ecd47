import { byLanguage } from '../../core/staff/textLoaders.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { SearchTexts } from './texts/en.ts';

export type { SearchTexts };

const loaders = byLanguage<SearchTexts>(import.meta.glob('./texts/*.ts'));

/** Texts about the search; null until they are loaded. */
export const useSearchTexts = (): SearchTexts | null => useSectionTexts(loaders);
