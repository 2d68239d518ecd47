import { byLanguage } from '../../core/staff/textLoaders.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { PrivacyTexts } from './texts/en.ts';

export type { PrivacyTexts };

const loaders = byLanguage<PrivacyTexts>(import.meta.glob('./texts/*.ts'));

/** Texts about what is kept; null until they are loaded. */
export const usePrivacyTexts = (): PrivacyTexts | null => useSectionTexts(loaders);

/** The name of a kind, without its unit. */
export const kindName = (texts: PrivacyTexts, kind: keyof PrivacyTexts & `kind_${string}`): string =>
  texts[kind].replace(/ \([^()]*\)$/, '');
