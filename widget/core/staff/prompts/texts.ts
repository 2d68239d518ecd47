import type { RuleTexts } from '../../../../shared/core/prompts/texts.ts';
import type { TextLoaders } from '../texts.ts';

/** Texts of the rules by which prompts are shown. */
export const ruleTexts: TextLoaders<RuleTexts> = {
  en: () => import('../../../../shared/core/prompts/texts/en.ts'),
  de: () => import('../../../../shared/core/prompts/texts/de.ts'),
  ru: () => import('../../../../shared/core/prompts/texts/ru.ts'),
  ar: () => import('../../../../shared/core/prompts/texts/ar.ts'),
};
