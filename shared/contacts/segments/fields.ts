import type { AttributeTest } from '../../core/prompts/kinds.ts';

/** Fields of a contact in numbers: days and hours are whole ones up to now. */
export const numberFields = [
  /** Days since they last wrote, looked, rated, answered a survey or asked for a call. */
  'silentDays',
  'open',
  /** Hours that the conversation which waits longest has waited for the team. */
  'waitingHours',
  'conversations',
  /** Days since the last conversation but one began: below 7 is twice in a week. */
  'secondLastDays',
  'ratedDays',
  'calls',
] as const;
export type NumberField = (typeof numberFields)[number];

/** Fields of a contact in words. */
export const textFields = [
  /** Id of the stage. */
  'stage',
  'language',
  /** Of the newest rating: good, okay, bad. */
  'rating',
  /** Of the newest answer: promoter, passive, detractor. */
  'nps',
  /** Of the newest of both: happy, neutral, unhappy. */
  'opinion',
] as const;
export type TextField = (typeof textFields)[number];

/** Prefix of the fields of attributes: the attribute's id follows. */
export const attributePrefix = 'attribute.';

/** Why a contact is left out whatever else holds: nothing for a look, calls or emails for a list of those. */
export const purposes = ['look', 'call', 'mail'] as const;
export type Purpose = (typeof purposes)[number];

/** A segment that comes with the product. */
export interface ReadySegment {
  id: string;
  key: 'unhappySilent' | 'promoters' | 'askedTwice' | 'waiting' | 'lost';
  purpose: Purpose;
  conditions: AttributeTest[];
}

const ready = (
  place: number,
  key: ReadySegment['key'],
  purpose: Purpose,
  conditions: AttributeTest[],
): ReadySegment => ({ id: `00000000-0000-7000-8000-00000000000${place}`, key, purpose, conditions });

export const readySegments: readonly ReadySegment[] = [
  ready(1, 'unhappySilent', 'call', [
    { name: 'opinion', how: 'is', value: 'unhappy' },
    { name: 'silentDays', how: 'above', value: '14' },
  ]),
  ready(2, 'promoters', 'mail', [{ name: 'nps', how: 'is', value: 'promoter' }]),
  ready(3, 'askedTwice', 'look', [{ name: 'secondLastDays', how: 'below', value: '7' }]),
  ready(4, 'waiting', 'look', [{ name: 'waitingHours', how: 'above', value: '24' }]),
  ready(5, 'lost', 'call', [
    { name: 'rating', how: 'is', value: 'bad' },
    { name: 'silentDays', how: 'above', value: '30' },
  ]),
];

/** The groups of a rule: a contact belongs where all conditions of one hold. */
export const groupsOf = ({
  conditions,
  alternatives = [],
}: {
  conditions: readonly AttributeTest[];
  alternatives?: readonly (readonly AttributeTest[])[] | undefined;
}): (readonly AttributeTest[])[] => [conditions, ...alternatives];
