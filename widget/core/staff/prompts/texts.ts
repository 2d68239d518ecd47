import type { RuleTexts } from '../../../../shared/core/prompts/texts.ts';
import { byLanguage } from '../textLoaders.ts';

/** Texts of the rules by which prompts are shown. */
export const ruleTexts = byLanguage<RuleTexts>(
  import.meta.glob('../../../../shared/core/prompts/texts/*.ts'),
);
