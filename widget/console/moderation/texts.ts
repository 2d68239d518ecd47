import { byLanguage } from '../../core/staff/textLoaders.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import type { RuleTexts } from './texts/en.ts';

export type { RuleTexts };

const loaders = byLanguage<RuleTexts>(import.meta.glob('./texts/*.ts'));

/** Texts about moderation rules; null until they are loaded. */
export const useRuleTexts = (): RuleTexts | null => useSectionTexts(loaders);
