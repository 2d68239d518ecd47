import type { AttributeTest } from '../core/prompts/kinds.ts';

/** Events that a rule waits for. `idle` and `promise` come with time alone. */
export const triggers = ['opened', 'message', 'reply', 'rated', 'idle', 'promise'] as const;
export type Trigger = (typeof triggers)[number];

/** Triggers that come a number of minutes after a message, or before a promise ends. */
export const timed: readonly Trigger[] = ['idle', 'promise'];

/** Fields of a conversation in numbers. */
export const numberFields = [
  /** Minutes until the promised reply is due; below 0 once it's late. */
  'promiseMinutes',
  /** Minutes since a person last wrote. */
  'idleMinutes',
] as const;

/** Fields of a conversation that one of several known values is held against. */
export const choiceFields = [
  'channel',
  'team',
  'assignee',
  'language',
  'priority',
  /** Whom it waits for: staff, visitor. */
  'waitingFor',
  /** Whether the site is within its opening hours: open, closed. */
  'hours',
  'rating',
  /** A label that it has, by ID. */
  'label',
  /** A segment that its contact is in, by ID. */
  'segment',
] as const;

/** Fields of a conversation in words. */
export const wordFields = [
  'page',
  /** The text that was written, with the subject of a first message. */
  'words',
  'email',
] as const;

export type RuleField = (typeof numberFields | typeof choiceFields | typeof wordFields)[number];

/** Prefix of the fields of contacts' attributes: the attribute's ID follows. */
export const attributePrefix = 'attribute.';

/** Fields that can have several values at once: each is known by itself. */
const several = new Set<string>(['label', 'segment']);

/** A test as it's held against what is known: of several values, whether this one is among them. */
export const asKnown = (test: AttributeTest): AttributeTest =>
  several.has(test.name) && (test.how === 'is' || test.how === 'not')
    ? { name: `${test.name} ${test.value}`, how: test.how === 'is' ? 'known' : 'unknown', value: '' }
    : test;
