import type { PromptList } from '../../../shared/core/prompts/kinds.ts';
import { kindText, verdictText } from '../../../shared/core/prompts/reasonText.ts';
import type { Reason } from '../../../shared/core/prompts/rules.ts';
import type { RuleTexts } from '../../../shared/core/prompts/texts.ts';

/** Whether a prompt comes, and if not, why. */
export const Verdict = (given: {
  prompt: PromptList['prompts'][number];
  isDue: boolean;
  isHeld: boolean;
  against: readonly Reason[];
  rules: RuleTexts;
}) => {
  const { prompt, isDue, isHeld, against, rules } = given;
  return (
    <li>
      <div class="spread">
        <h3 dir="auto">
          {prompt.name} <span class="quiet">{kindText(rules, prompt.kind)}</span>
        </h3>
        <span class={`chip ${isDue ? 'green' : 'grey'}`}>{isDue ? rules.due : rules.against}</span>
      </div>
      <p>{verdictText(rules, { isDue, isHeld, against })}</p>
    </li>
  );
};
