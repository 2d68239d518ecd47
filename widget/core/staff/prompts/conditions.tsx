import type { Conditions } from '../../../../shared/core/prompts/kinds.ts';
import type { RuleTexts } from '../../../../shared/core/prompts/texts.ts';
import { NumberField } from '../fields.tsx';

/** Sets a condition; an empty one is taken out. */
export type When = <Key extends keyof Conditions>(key: Key, value: Conditions[Key]) => void;

/** A condition that is a number. */
export const ConditionNumber = (given: {
  name: 'seconds' | 'scroll' | 'idle' | 'pagesSeen' | 'knownDays';
  min: number;
  max: number;
  conditions: Conditions;
  texts: RuleTexts;
  when: When;
}) => (
  <NumberField
    isOptional
    label={given.texts[given.name]}
    value={given.conditions[given.name]}
    min={given.min}
    max={given.max}
    onValue={(value) => given.when(given.name, value)}
  />
);

/** Values of a choice between yes, no and either. */
export const choices = ['any', 'true', 'false'] as const;

export const asChoice = (value: boolean | undefined): (typeof choices)[number] =>
  value === undefined ? 'any' : (`${value}` as const);

export const fromChoice = (value: (typeof choices)[number]): boolean | undefined =>
  value === 'any' ? undefined : value === 'true';
