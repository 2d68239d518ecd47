import type { PromptRule } from '../../../../shared/core/prompts/kinds.ts';
import { mostRepeatDays } from '../../../../shared/core/prompts/options.ts';
import type { RuleWords } from '../../../../shared/core/prompts/texts.ts';
import { NumberField, SelectField, TextField } from '../fields.tsx';

type Given = { rule: PromptRule; words: RuleWords; set(change: Partial<PromptRule>): void };

const GoalFields = ({ rule: { goal }, words, set }: Given) => (
  <>
    <h4>{words.goalTitle}</h4>
    <div class="grid">
      <TextField
        dir="auto"
        label={words.goalEvent}
        value={goal?.event ?? ''}
        maxLength={80}
        onValue={(event) => set({ goal: event ? { event, minutes: goal?.minutes ?? 60 } : null })}
      />
      {goal && (
        <NumberField
          isOptional
          label={words.goalMinutes}
          value={goal.minutes}
          min={1}
          max={43_200}
          onValue={(minutes = 1) => set({ goal: { ...goal, minutes } })}
        />
      )}
    </div>
  </>
);

/** How often a prompt comes, and what it is to lead to. */
export const OftenFields = (given: Given) => {
  const { rule, words, set } = given;
  const { often } = rule;
  return (
    <>
      <h4>{words.howOften}</h4>
      <div class="grid">
        <NumberField
          isOptional
          label={words.priority}
          value={rule.priority}
          min={0}
          max={100}
          onValue={(priority = 0) => set({ priority })}
        />
        <SelectField
          label={words.often}
          hint={words.oftenHint}
          value={often.kind}
          options={(['ever', 'session', 'days'] as const).map(
            (kind) => [kind, words[`often_${kind}`]] as const,
          )}
          onValue={(kind) => set({ often: kind === 'days' ? { kind, days: 90 } : { kind } })}
        />
        {often.kind === 'days' && (
          <NumberField
            isOptional
            label={words.days}
            value={often.days}
            min={1}
            max={mostRepeatDays}
            onValue={(days = 1) => set({ often: { kind: 'days', days } })}
          />
        )}
        <NumberField
          isOptional
          label={words.backOff}
          value={rule.backOffDays}
          min={0}
          max={mostRepeatDays}
          onValue={(backOffDays = 0) => set({ backOffDays })}
        />
      </div>
      <GoalFields {...given} />
    </>
  );
};
