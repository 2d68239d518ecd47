import { byLanguage } from '../../core/staff/textLoaders.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { SitesTexts } from './texts/en.ts';

export type { SitesTexts };

const loaders = byLanguage<SitesTexts>(import.meta.glob('./texts/*.ts'));

/** Texts about the sites of a person; null until they are loaded. */
export const useSitesTexts = (): SitesTexts | null => useSectionTexts(loaders);
