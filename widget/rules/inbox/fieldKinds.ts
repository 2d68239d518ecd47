import type { AttributeTest } from '../../../shared/core/prompts/kinds.ts';
import { attributePrefix, choiceFields, numberFields, wordFields } from '../../../shared/rules/fields.ts';
import type { RuleAction, RuleChoices } from '../../../shared/rules/schema.ts';
import type { RuleTexts } from './texts.ts';

type How = AttributeTest['how'];
export type Named = readonly (readonly [value: string, label: string])[];

/** Everything that names of values are read from. */
export interface Words {
  texts: RuleTexts;
  choices: RuleChoices;
  tag: string;
  /** The name of a kind of conversation. */
  channelName(kind: string): string;
}

const numbers: readonly string[] = numberFields;
const chosen: readonly string[] = choiceFields;

/** Fields with a name for each, those of attributes last. */
export const fieldsOf = ({ texts, choices }: Words): Named => [
  ...[...choiceFields, ...wordFields, ...numberFields].map((name) => [name, texts[`field_${name}`]] as const),
  ...choices.attributes.map(({ id, name }) => [`${attributePrefix}${id}`, name] as const),
];

/** The tests that make sense of a field. */
export const testsOf = (name: string): readonly How[] => {
  if (numbers.includes(name)) return ['below', 'above', 'is', 'known', 'unknown'];
  if (name === 'label' || name === 'segment') return ['is', 'not'];
  if (name === 'words') return ['contains'];
  if (chosen.includes(name)) return ['is', 'not', 'known', 'unknown'];
  return name.startsWith(attributePrefix)
    ? ['is', 'not', 'contains', 'above', 'below', 'known', 'unknown']
    : ['contains', 'is', 'not', 'known', 'unknown'];
};

export const isNumberField = (name: string): boolean => numbers.includes(name);

const named = (list: readonly { id: string; name: string }[]): Named =>
  list.map(({ id, name }) => [id, name] as const);

const languageName = (tag: string, code: string): string =>
  new Intl.DisplayNames([tag], { type: 'language' }).of(code) ?? code;

/** The values that a field can have, with a name for each; null where any can be typed. */
export const valuesOf = (name: string, { texts, choices, tag, channelName }: Words): Named | null => {
  const own = (
    values: readonly ('staff' | 'visitor' | 'open' | 'closed' | 'good' | 'okay' | 'bad')[],
  ): Named => values.map((value) => [value, texts[`value_${value}`]] as const);
  switch (name) {
    case 'channel':
      return choices.channels.map((kind) => [kind, channelName(kind)] as const);
    case 'language':
      return [...new Set(choices.languages.map((one) => one.split('-')[0] ?? one))].map(
        (code) => [code, languageName(tag, code)] as const,
      );
    case 'team':
      return named(choices.teams);
    case 'assignee':
      return named(choices.people);
    case 'label':
      return named(choices.labels);
    case 'segment':
      return named(choices.segments);
    case 'priority':
      return prioritiesOf(texts);
    case 'waitingFor':
      return own(['visitor', 'staff']);
    case 'hours':
      return own(['open', 'closed']);
    case 'rating':
      return own(['bad', 'okay', 'good']);
    default:
      return null;
  }
};

export const prioritiesOf = (texts: RuleTexts): Named =>
  (['urgent', 'high', 'normal', 'low'] as const).map((value) => [value, texts[`value_${value}`]] as const);

/** Things that an action can be about, with a name for each; null where it's about nothing of the site's. */
export const targetsOf = (kind: RuleAction['do'], { texts, choices }: Words): Named | null => {
  switch (kind) {
    case 'assign':
    case 'notify':
      return named(choices.people);
    case 'team':
      return named(choices.teams);
    case 'label':
      return named(choices.labels);
    case 'reply':
      return named(choices.replies);
    case 'priority':
      return prioritiesOf(texts);
    default:
      return null;
  }
};

/** Whether a test says all that it must. */
export const isComplete = ({ name, how, value }: AttributeTest): boolean =>
  how === 'known' ||
  how === 'unknown' ||
  (isNumberField(name) || how === 'above' || how === 'below'
    ? /^-?\d{1,9}(?:\.\d{1,6})?$/.test(value)
    : value.trim() !== '');

/** Whether an action says all that it must. */
export const isWhole = (action: RuleAction): boolean => {
  if ('to' in action) return action.to !== '';
  if (action.do === 'snooze') return action.minutes >= 1;
  return action.do !== 'note' || action.text.trim() !== '';
};
