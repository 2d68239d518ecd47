import type { Reason } from './rules.ts';
import type { RuleWords } from './texts.ts';

/** Why a prompt does not come, in words: one of the budget's reasons, or the condition that does not hold. */
export const reasonText = (words: RuleWords, reason: Reason): string =>
  words[`r_${reason}` as keyof RuleWords] ?? words[reason as keyof RuleWords] ?? reason;
