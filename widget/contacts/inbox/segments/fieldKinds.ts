import { attributePrefix, numberFields, textFields } from '../../../../shared/contacts/segments/fields.ts';
import type { SegmentList } from '../../../../shared/contacts/segments/schema.ts';
import type { AttributeTest } from '../../../../shared/core/prompts/kinds.ts';
import type { SegmentTexts } from './texts.ts';

type How = AttributeTest['how'];

const numbers: readonly string[] = numberFields;

/** Fields with a name for each, those of attributes last. */
export const fieldsOf = (
  texts: SegmentTexts,
  { attributes }: SegmentList,
): [name: string, label: string][] => [
  ...[...numberFields, ...textFields].map((name): [string, string] => [name, texts[`field_${name}`]]),
  ...attributes.map(({ id, name }): [string, string] => [`${attributePrefix}${id}`, name]),
];

/** The tests that make sense of a field. */
export const testsOf = (name: string): readonly How[] => {
  if (numbers.includes(name)) return ['above', 'below', 'is', 'known', 'unknown'];
  return name.startsWith(attributePrefix)
    ? ['is', 'not', 'contains', 'above', 'below', 'known', 'unknown']
    : ['is', 'not', 'known', 'unknown'];
};

export const isNumberField = (name: string): boolean => numbers.includes(name);

const words: Record<
  string,
  readonly (
    | 'good'
    | 'okay'
    | 'bad'
    | 'promoter'
    | 'passive'
    | 'detractor'
    | 'happy'
    | 'neutral'
    | 'unhappy'
  )[]
> = {
  rating: ['good', 'okay', 'bad'],
  nps: ['promoter', 'passive', 'detractor'],
  opinion: ['happy', 'neutral', 'unhappy'],
};

/** The values that a field can have, with a name for each; null where any can be typed. */
export const valuesOf = (
  name: string,
  texts: SegmentTexts,
  { attributes, stages }: SegmentList,
): [value: string, label: string][] | null => {
  if (name === 'stage') return stages.map((one) => [one.id, one.name]);
  const own = words[name];
  if (own) return own.map((value) => [value, texts[`value_${value}`]]);
  const attribute = attributes.find(({ id }) => name === `${attributePrefix}${id}`);
  return attribute?.type === 'choice' ? attribute.choices.map((one) => [one, one]) : null;
};

/** A value as a person reads it. */
export const valueText = (
  name: string,
  value: string | null,
  texts: SegmentTexts,
  list: SegmentList,
  tag: string,
): string => {
  if (value === null) return texts.unknown;
  if (name === 'language') return new Intl.DisplayNames([tag], { type: 'language' }).of(value) ?? value;
  if (isNumberField(name)) return new Intl.NumberFormat(tag).format(Number(value));
  return valuesOf(name, texts, list)?.find(([one]) => one === value)?.[1] ?? value;
};

/** Whether a test says all that it must. */
export const isComplete = ({ name, how, value }: AttributeTest): boolean =>
  how === 'known' ||
  how === 'unknown' ||
  (isNumberField(name) || how === 'above' || how === 'below'
    ? /^-?\d{1,9}(?:\.\d{1,6})?$/.test(value)
    : value.trim() !== '');
