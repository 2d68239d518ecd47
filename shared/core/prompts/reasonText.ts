import type { Reason } from './rules.ts';
import type { RuleTexts } from './texts.ts';

/** Why a prompt does not come, in words: one of the budget's reasons, or the condition that does not hold. */
const reasonText = (texts: RuleTexts, reason: Reason): string =>
  texts[`r_${reason}` as keyof RuleTexts] ?? texts[reason as keyof RuleTexts] ?? texts.r_other;

/** A prompt's state at a moment, in a sentence. */
export const verdictText = (
  texts: RuleTexts,
  { isDue, isHeld, against }: { isDue: boolean; isHeld: boolean; against: readonly Reason[] },
): string => {
  if (against.length > 0) {
    const reasons = against.map((reason) => `“${reasonText(texts, reason)}”`).join(', ');
    return texts.againstWhy.replace('{reasons}', reasons);
  }
  if (isHeld) return texts.heldWhy;
  return isDue ? texts.dueWhy : texts.waitsWhy;
};

/** The name of a kind of prompt, as the reader knows it. */
export const kindText = (texts: RuleTexts, kind: string): string =>
  texts[`kind_${kind}` as keyof RuleTexts] ?? texts.kind_other;
