import type { RuleWords } from '../../../../shared/core/prompts/words.ts';
import type { WordLoaders } from '../words.ts';

/** What staff read of when something is shown unasked. */
export const ruleWords: WordLoaders<RuleWords> = {
  en: () => import('../../../../shared/core/prompts/words/en.ts'),
  de: () => import('../../../../shared/core/prompts/words/de.ts'),
  ru: () => import('../../../../shared/core/prompts/words/ru.ts'),
  ar: () => import('../../../../shared/core/prompts/words/ar.ts'),
};
