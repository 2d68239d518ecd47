import type { PromptList } from '../../../shared/core/prompts/kinds.ts';
import { reasonText } from '../../../shared/core/prompts/reasonText.ts';
import type { Reason } from '../../../shared/core/prompts/rules.ts';
import type { RuleWords } from '../../../shared/core/prompts/texts.ts';

/** Whether a prompt comes, and if not, why. */
export const Verdict = (given: {
  prompt: PromptList['prompts'][number];
  isDue: boolean;
  isHeld: boolean;
  against: readonly Reason[];
  rules: RuleWords;
}) => {
  const { prompt, isDue, isHeld, against, rules } = given;
  return (
    <li>
      <div class="spread">
        <h3 dir="auto">
          {prompt.name}{' '}
          <code dir="ltr">
            {prompt.kind} {prompt.id.slice(-6)}
          </code>
        </h3>
        <span class={`chip ${isDue ? 'green' : 'grey'}`}>{isDue ? rules.due : rules.against}</span>
      </div>
      {against.length > 0 ? (
        <p>{against.map((reason) => reasonText(rules, reason)).join(' · ')}</p>
      ) : (
        !isDue && <p>{isHeld ? rules.held : rules.r_showing}</p>
      )}
    </li>
  );
};
