import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits } from '../../shared/core/prompts/rules.ts';
import { asKnown, triggers } from '../../shared/rules/fields.ts';
import {
  compileRules,
  type Evaluated,
  firedRules,
  reasonsOf,
  triggerKey,
} from '../../server/rules/evaluate.ts';

const label = '01890a5d-ac96-774b-bcce-b302099a8057';
const condition = fc.oneof(
  fc.record({
    name: fc.constantFrom('channel', 'language', 'rating'),
    how: fc.constantFrom('is' as const, 'not' as const, 'known' as const, 'unknown' as const),
    value: fc.constantFrom('chat', 'mail', 'en', 'bad'),
  }),
  fc.record({
    name: fc.constant('words'),
    how: fc.constant('contains' as const),
    value: fc.constantFrom('Invoice', 'refund', 'a'),
  }),
  fc.record({
    name: fc.constant('promiseMinutes'),
    how: fc.constantFrom('above' as const, 'below' as const),
    value: fc.integer({ min: -5, max: 90 }).map(String),
  }),
  fc.record({
    name: fc.constant('label'),
    how: fc.constantFrom('is' as const, 'not' as const),
    value: fc.constant(label),
  }),
);
const rule: fc.Arbitrary<Evaluated> = fc
  .record({
    trigger: fc.constantFrom(...triggers),
    groups: fc.array(fc.array(condition, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    stops: fc.boolean(),
  })
  .map((one) => ({ ...one, minutes: one.trigger === 'idle' || one.trigger === 'promise' ? 10 : null }));
const known = fc.record(
  {
    channel: fc.constantFrom('chat', 'mail'),
    language: fc.constantFrom('en', 'de'),
    rating: fc.constantFrom('bad', 'good'),
    words: fc.constantFrom('my invoice', 'a refund', ''),
    promiseMinutes: fc.integer({ min: -5, max: 90 }).map(String),
    [`label ${label}`]: fc.constant('yes'),
  },
  { requiredKeys: ['channel', 'language', 'words'] },
);

test('compiled rules fire as they are written: in their order, all of one group, up to one that stops', () => {
  const moments = fc.constantFrom<string[]>(
    ['opened', 'message'],
    ['message'],
    ['reply'],
    ['rated'],
    ['idle 10'],
    ['promise 10'],
  );
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 12 }), known, moments, (rules, facts, keys) => {
      const expected: Evaluated[] = [];
      for (const one of rules) {
        if (!keys.includes(triggerKey(one.trigger, one.minutes))) continue;
        const holds =
          one.groups.length === 0 ||
          one.groups.some((group) => group.every((test) => fits(asKnown(test), facts)));
        if (!holds) continue;
        expected.push(one);
        if (one.stops) break;
      }
      const compiled = compileRules(rules);
      // Twice: what is put together once is the same the second time.
      for (let times = 0; times < 2; times++) {
        const fired = firedRules(compiled, keys, facts);
        expect(fired.map((one) => one.rule)).toEqual(expected);
        for (const one of fired)
          for (const reason of reasonsOf(one, facts)) expect(fits(asKnown(reason), facts)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('what a person wrote or is known by is no part of a reason', () => {
  const tests = ['words', 'email', 'page', `attribute.${label}`].map((name) => ({
    name,
    how: 'contains' as const,
    value: 'secret',
  }));
  const facts = Object.fromEntries(tests.map(({ name }) => [name, 'a secret of theirs']));
  const rules = compileRules([{ trigger: 'message', minutes: null, groups: [tests], stops: false }]);
  const [fired] = firedRules(rules, ['message'], facts);
  expect(reasonsOf(fired!, facts).map(({ is }) => is)).toEqual([null, null, null, null]);
});
