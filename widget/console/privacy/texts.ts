import type { TextLoaders } from '../../core/staff/texts.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { PrivacyTexts } from './texts/en.ts';

export type { PrivacyTexts };

const loaders: TextLoaders<PrivacyTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Texts about what is kept; null until they are loaded. */
export const usePrivacyTexts = (): PrivacyTexts | null => useSectionTexts(loaders);

/** The name of a kind, without its unit. */
export const kindName = (texts: PrivacyTexts, kind: keyof PrivacyTexts & `kind_${string}`): string =>
  texts[kind].replace(/ \([^()]*\)$/, '');
