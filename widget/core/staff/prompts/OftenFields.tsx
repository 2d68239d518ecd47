import type { PromptRule } from '../../../../shared/core/prompts/kinds.ts';
import { maxRepeatDays } from '../../../../shared/core/prompts/options.ts';
import type { RuleTexts } from '../../../../shared/core/prompts/texts.ts';
import { NumberField, SelectField, TextField } from '../fields.tsx';

type Given = { rule: PromptRule; texts: RuleTexts; set(change: Partial<PromptRule>): void };

const GoalFields = ({ rule: { goal }, texts, set }: Given) => (
  <>
    <h4>{texts.goalTitle}</h4>
    <div class="grid">
      <TextField
        dir="auto"
        label={texts.goalEvent}
        value={goal?.event ?? ''}
        maxLength={80}
        onValue={(event) => set({ goal: event ? { event, minutes: goal?.minutes ?? 60 } : null })}
      />
      {goal && (
        <NumberField
          isOptional
          label={texts.goalMinutes}
          value={goal.minutes}
          min={1}
          max={43_200}
          onValue={(minutes = 1) => set({ goal: { ...goal, minutes } })}
        />
      )}
    </div>
  </>
);

/** The frequency of a prompt, and its goal. */
export const OftenFields = (given: Given) => {
  const { rule, texts, set } = given;
  const { often } = rule;
  return (
    <>
      <h4>{texts.howOften}</h4>
      <div class="grid">
        <NumberField
          isOptional
          label={texts.priority}
          value={rule.priority}
          min={0}
          max={100}
          onValue={(priority = 0) => set({ priority })}
        />
        <SelectField
          label={texts.often}
          hint={texts.oftenHint}
          value={often.kind}
          options={(['ever', 'session', 'days'] as const).map(
            (kind) => [kind, texts[`often_${kind}`]] as const,
          )}
          onValue={(kind) => set({ often: kind === 'days' ? { kind, days: 90 } : { kind } })}
        />
        {often.kind === 'days' && (
          <NumberField
            isOptional
            label={texts.days}
            value={often.days}
            min={1}
            max={maxRepeatDays}
            onValue={(days = 1) => set({ often: { kind: 'days', days } })}
          />
        )}
        <NumberField
          isOptional
          label={texts.backOff}
          value={rule.backOffDays}
          min={0}
          max={maxRepeatDays}
          onValue={(backOffDays = 0) => set({ backOffDays })}
        />
      </div>
      <GoalFields {...given} />
    </>
  );
};
