import type { AttributeTest } from '../../shared/core/prompts/kinds.ts';
import { fits } from '../../shared/core/prompts/rules.ts';
import { asKnown, attributePrefix, type Trigger } from '../../shared/rules/fields.ts';
import type { Reason } from '../../shared/rules/schema.ts';

/** A rule as far as evaluation goes. */
export interface Evaluated {
  trigger: Trigger;
  minutes: number | null;
  groups: AttributeTest[][];
  stops: boolean;
}

interface Compiled<Rule> {
  rule: Rule;
  /** Place among all rules. */
  place: number;
  /** Groups of tests, each by its place in the list of all tests. */
  groups: number[][];
}

/** Rules as they are held against events: by what they wait for, each test of all of them once. */
export interface CompiledRules<Rule extends Evaluated> {
  byTrigger: Map<string, readonly Compiled<Rule>[]>;
  tests: readonly AttributeTest[];
  /** Fields that some rule asks for. */
  asked: ReadonlySet<string>;
  segments: readonly string[];
  attributes: readonly string[];
  /** Minutes that rules wait, by what for. */
  minutes: Readonly<Record<'idle' | 'promise', readonly number[]>>;
}

/** A rule that fired, and the group of its conditions that held; -1 where it has none. */
export interface Fired<Rule> {
  rule: Rule;
  group: number;
}

/** Names of what was known of a moment. */
export type Known = Readonly<Record<string, string>>;

/** The key that rules of a trigger are found by. */
export const triggerKey = (trigger: Trigger, minutes: number | null): string =>
  minutes === null ? trigger : `${trigger} ${minutes}`;

/** Tests in words cost most: they are asked last. The order of a group's tests means nothing. */
const cost = ({ name, how }: AttributeTest): number => (how === 'contains' ? (name === 'words' ? 2 : 1) : 0);

const valuesOf = (tests: readonly AttributeTest[], name: string): string[] => [
  ...new Set(tests.filter((test) => test.name === name).map(({ value }) => value)),
];

/** Makes rules ready to be held against events. @param rules those that are on, in their order */
export const compileRules = <Rule extends Evaluated>(rules: readonly Rule[]): CompiledRules<Rule> => {
  const places = new Map<string, number>();
  const tests: AttributeTest[] = [];
  const placeOf = (test: AttributeTest): number => {
    const key = JSON.stringify([test.name, test.how, test.value]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, tests.length);
    tests.push(asKnown(test));
    return tests.length - 1;
  };
  const byTrigger = new Map<string, readonly Compiled<Rule>[]>();
  for (const [place, rule] of rules.entries()) {
    const key = triggerKey(rule.trigger, rule.minutes);
    const groups = rule.groups.map((group) =>
      [...group].sort((one, other) => cost(one) - cost(other)).map(placeOf),
    );
    byTrigger.set(key, [...(byTrigger.get(key) ?? []), { rule, place, groups }]);
  }
  const all = rules.flatMap(({ groups }) => groups.flat());
  const minutesOf = (trigger: Trigger): number[] => [
    ...new Set(rules.flatMap((rule) => (rule.trigger === trigger ? (rule.minutes ?? []) : []))),
  ];
  return {
    byTrigger,
    tests,
    asked: new Set(all.map(({ name }) => name)),
    segments: valuesOf(all, 'segment'),
    attributes: [
      ...new Set(
        all.flatMap(({ name }) =>
          name.startsWith(attributePrefix) ? name.slice(attributePrefix.length) : [],
        ),
      ),
    ],
    minutes: { idle: minutesOf('idle'), promise: minutesOf('promise') },
  };
};

/** Rules of several triggers at once, in their order: put together once. */
const rulesFor = <Rule>(
  byTrigger: Map<string, readonly Compiled<Rule>[]>,
  keys: readonly string[],
): readonly Compiled<Rule>[] | undefined => {
  const key = keys.join(' + ');
  const known = byTrigger.get(key);
  if (known || keys.length < 2) return known;
  const merged = keys
    .flatMap((one) => byTrigger.get(one) ?? [])
    .sort((one, other) => one.place - other.place);
  byTrigger.set(key, merged);
  return merged;
};

const [unasked, no, yes] = [0, 1, 2];

/**
 * Rules that fire on what happened, in their order, up to one that stops the others. Each test is made once.
 * @param keys those of everything that it is: a first message is a message, too
 */
export const firedRules = <Rule extends Evaluated>(
  { byTrigger, tests }: CompiledRules<Rule>,
  keys: readonly string[],
  known: Known,
): Fired<Rule>[] => {
  const rules = rulesFor(byTrigger, keys);
  if (!rules) return [];
  const verdicts = new Uint8Array(tests.length);
  const holds = (place: number): boolean => {
    // biome-ignore lint/style/noNonNullAssertion: places are those of the tests
    if (verdicts[place] === unasked) verdicts[place] = fits(tests[place]!, known) ? yes : no;
    return verdicts[place] === yes;
  };
  const fired: Fired<Rule>[] = [];
  for (const { rule, groups } of rules) {
    const group = groups.findIndex((places) => places.every(holds));
    if (group < 0 && groups.length > 0) continue;
    fired.push({ rule, group });
    if (rule.stops) break;
  }
  return fired;
};

/** Whether a field's value is a person's own words or data: it isn't kept as a reason. */
const isPersonal = (name: string): boolean =>
  name === 'words' || name === 'email' || name === 'page' || name.startsWith(attributePrefix);

/** Why a rule fired: each condition that held, with what was known then. */
export const reasonsOf = ({ rule, group }: Fired<Evaluated>, known: Known): Reason[] =>
  (rule.groups[group] ?? []).map((test) => ({
    ...test,
    is: isPersonal(test.name) ? null : (known[test.name] ?? null),
  }));
