import type { TextLoaders } from '../../core/staff/texts.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { RuleTexts } from './texts/en.ts';

export type { RuleTexts };

const loaders: TextLoaders<RuleTexts> = {
  en: () => import('./texts/en.ts'),
  de: () => import('./texts/de.ts'),
  ru: () => import('./texts/ru.ts'),
  ar: () => import('./texts/ar.ts'),
};

/** Texts about moderation rules; null until they are loaded. */
export const useRuleTexts = (): RuleTexts | null => useSectionTexts(loaders);
