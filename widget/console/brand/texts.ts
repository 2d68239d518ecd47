import { byLanguage } from '../../core/staff/textLoaders.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { BrandTexts } from './texts/en.ts';

export type { BrandTexts };

const loaders = byLanguage<BrandTexts>(import.meta.glob('./texts/*.ts'));

/** Texts about the site's own look; null until they are loaded. */
export const useBrandTexts = (): BrandTexts | null => useSectionTexts(loaders);
