import type { Conditions, PromptRule } from '../../../../shared/core/prompts/kinds.ts';
import type { RuleTexts } from '../../../../shared/core/prompts/texts.ts';
import { OftenFields } from './OftenFields.tsx';
import { WhenFields } from './WhenFields.tsx';
import { WhoFields } from './WhoFields.tsx';

/** Everything that the owner says of when, to whom and how often a prompt comes. */
export const RuleFields = ({
  rule,
  texts,
  audience,
  onRule,
}: {
  rule: PromptRule;
  texts: RuleTexts;
  /** Its pages and attributes are asked for elsewhere: they hold whether it comes by itself or not. */
  audience?: 'elsewhere';
  onRule(rule: PromptRule): void;
}) => {
  const { conditions } = rule;
  const set = (change: Partial<PromptRule>): void => onRule({ ...rule, ...change });
  /** An absent condition asks for nothing: what is emptied is taken out. */
  const when = <Key extends keyof Conditions>(key: Key, value: Conditions[Key]): void => {
    const { [key]: _, ...rest } = conditions;
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    set({ conditions: isEmpty ? rest : { ...rest, [key]: value } });
  };
  const hasAudience = audience === undefined;
  return (
    <>
      <WhenFields conditions={conditions} texts={texts} hasAudience={hasAudience} when={when} />
      <WhoFields rule={rule} texts={texts} hasAudience={hasAudience} when={when} set={set} />
      <OftenFields rule={rule} texts={texts} set={set} />
    </>
  );
};
