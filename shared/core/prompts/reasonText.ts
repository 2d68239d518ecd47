import type { Reason } from './rules.ts';
import type { RuleWords } from './texts.ts';

/** Why a prompt does not come, in words: one of the budget's reasons, or the condition that does not hold. */
const reasonText = (words: RuleWords, reason: Reason): string =>
  words[`r_${reason}` as keyof RuleWords] ?? words[reason as keyof RuleWords] ?? words.r_other;

/** How a prompt stands at a moment, in a sentence. */
export const verdictText = (
  words: RuleWords,
  { isDue, isHeld, against }: { isDue: boolean; isHeld: boolean; against: readonly Reason[] },
): string => {
  if (against.length > 0) {
    const reasons = against.map((reason) => `“${reasonText(words, reason)}”`).join(', ');
    return words.againstWhy.replace('{reasons}', reasons);
  }
  if (isHeld) return words.heldWhy;
  return isDue ? words.dueWhy : words.waitsWhy;
};

/** What kind of prompt it is, as the reader knows it. */
export const kindText = (words: RuleWords, kind: string): string =>
  words[`kind_${kind}` as keyof RuleWords] ?? words.kind_other;
