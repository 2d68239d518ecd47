import type { AttributeTest } from '../../../shared/core/prompts/kinds.ts';
import type { Reason, RuleAction, RuleDraft } from '../../../shared/rules/schema.ts';
import { span } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { isolate } from '../../core/text/isolate.ts';
import { fieldsOf, targetsOf, valuesOf, type Words } from './fieldKinds.ts';

const minute = 60_000;

/** A value as a person reads it. */
const valueText = (name: string, value: string, words: Words): string => {
  const values = valuesOf(name, words);
  const found = values?.find(([one]) => one === value)?.[1];
  if (found !== undefined) return isolate(found);
  return values ? words.texts.gone : fill(words.texts.quoted, { text: isolate(value) });
};

/** A condition in words. */
export const testText = ({ name, how, value }: AttributeTest, words: Words): string => {
  const { texts } = words;
  const field = fieldsOf(words).find(([one]) => one === name)?.[1] ?? texts.gone;
  const test = texts[`how_${how}`];
  return how === 'known' || how === 'unknown'
    ? `${field} ${test}`
    : `${field} ${test} ${valueText(name, value, words)}`;
};

/** Why a rule fired, in words: its conditions, with what was known where that says more. */
export const whyText = (why: readonly Reason[], words: Words): string =>
  why.length === 0
    ? words.texts.becauseAlways
    : new Intl.ListFormat(words.tag).format(
        why.map((reason) => {
          const test = testText(reason, words);
          return reason.is === null || reason.how === 'is'
            ? test
            : fill(words.texts.known, { test, value: valueText(reason.name, reason.is, words) });
        }),
      );

/** An action in words. */
export const actionText = (action: RuleAction, words: Words): string => {
  const { texts } = words;
  const verb = texts[`do_${action.do}`];
  if ('to' in action) {
    const name = targetsOf(action.do, words)?.find(([id]) => id === action.to)?.[1];
    return `${verb} ${name === undefined ? texts.gone : isolate(name)}`;
  }
  if (action.do === 'snooze')
    return `${verb.replace(/ \([^()]+\)$/, '')} ${span(words.tag, action.minutes * minute)}`;
  return verb;
};

export const actionsText = (actions: readonly RuleAction[], words: Words): string =>
  actions.map((action) => actionText(action, words)).join(' · ');

/** The trigger of a rule in words. */
export const whenText = (
  { on, minutes }: Pick<RuleDraft, 'on' | 'minutes'>,
  { texts, tag }: Words,
): string =>
  minutes === null
    ? texts[`on_${on}`]
    : fill(texts.afterMinutes, { what: texts[`on_${on}`], time: span(tag, minutes * minute) });

/** A rule's conditions in words, a line for each group. */
export const groupTexts = (groups: RuleDraft['groups'], words: Words): string[] =>
  groups.map((tests) => new Intl.ListFormat(words.tag).format(tests.map((test) => testText(test, words))));
