import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultBudget, defaultRule, type PublicPrompt } from '../../../shared/core/prompts/kinds.ts';
import { newMemory, remember, visitEnds } from '../../../shared/core/prompts/memory.ts';
import {
  day,
  isHeld,
  isPage,
  type Memory,
  type Moment,
  pickPrompt,
  hostContextOf,
  reasonsAgainst,
} from '../../../shared/core/prompts/rules.ts';

const hour = day / 24;
const minute = 60_000;
const start = Date.UTC(2026, 0, 5, 9);

const prompt = ({ on: _, ...more }: Partial<PublicPrompt> & { on?: boolean } = {}): PublicPrompt => {
  const { on: __, ...rule } = defaultRule();
  return { ...rule, id: 'one', kind: 'invitation', ...more };
};
const { on: _, ...budget } = defaultBudget();
const moment = (more: Partial<Moment> = {}): Moment => ({
  now: start,
  url: 'https://shop.test/pricing?plan=team&utm_source=news',
  referrer: '',
  language: 'en',
  device: 'desktop',
  seconds: 60,
  idle: 0,
  scroll: 0,
  exit: false,
  pagesSeen: 1,
  tracked: [],
  attributes: {},
  open: true,
  online: false,
  busy: '',
  ...more,
});
const nobody = (): Memory => newMemory(7, start);
const against = (given: Partial<PublicPrompt>, more: Partial<Moment> = {}, memory = nobody()) =>
  reasonsAgainst(prompt(given), budget, moment(more), memory);

describe('an address', () => {
  const url = 'https://shop.test/docs/set-up/?tab=2#top';
  test.each([
    ['is', '/docs/set-up', true],
    ['is', '/docs/set-up/', true],
    ['is', '/docs', false],
    ['is', '/docs/set-up/?tab=2', true],
    ['is', 'https://shop.test/docs/set-up', true],
    ['contains', 'tab=2', true],
    ['contains', 'top', false],
    ['wildcard', '/docs/*', true],
    ['wildcard', '*/set-up/', true],
    ['wildcard', '/docs/*/more', false],
    ['wildcard', '/docs', false],
    ['wildcard', 'https://*.test/docs/*', true],
    ['wildcard', '*', true],
    ['wildcard', '/d*d*', false],
    ['regex', '/docs/[a-z-]+/', true],
    ['regex', '/docs/[0-9]+/', false],
    ['regex', '(', false],
  ] as const)('that %s %s', (how, value, fits) => {
    expect(isPage({ how, value }, url)).toBe(fits);
  });

  test('is matched in time with any number of stars', () => {
    const long = `https://shop.test/${'a'.repeat(50_000)}`;
    expect(isPage({ how: 'wildcard', value: `/${'*a'.repeat(100)}*b` }, long)).toBe(false);
  });
});

describe('a condition', () => {
  test.each([
    ['pages', { pages: [{ how: 'is', value: '/pricing' }] }, { url: 'https://shop.test/' }],
    ['notPages', { notPages: [{ how: 'is', value: '/' }] }, { url: 'https://shop.test/' }],
    ['seconds', { seconds: 20 }, { seconds: 19 }],
    ['scroll', { scroll: 50 }, { scroll: 49.9 }],
    ['exit', { exit: true }, { exit: false }],
    ['idle', { idle: 30 }, { idle: 29 }],
    ['pagesSeen', { pagesSeen: 3 }, { pagesSeen: 2 }],
    ['referrer', { referrer: 'search.test' }, { referrer: 'https://other.test/' }],
    ['utm', { utm: [{ name: 'source', value: 'news' }] }, { url: 'https://shop.test/?utm_source=ad' }],
    ['returning', { returning: true }, {}],
    ['knownDays', { knownDays: 30 }, { now: start + 29 * day }],
    ['languages', { languages: ['de'] }, { language: 'en' }],
    ['devices', { devices: ['phone'] }, {}],
    ['event', { event: 'trial' }, { tracked: [] }],
    ['attributes', { attributes: [{ name: 'plan', how: 'is', value: 'team' }] }, {}],
    ['hours', { hours: true }, { open: false }],
    ['online', { online: true }, { online: false }],
  ] as const)('%s that does not hold is the only reason', (reason, conditions, more) => {
    expect(against({ conditions: conditions as never }, more as never)).toEqual([reason]);
  });

  test('that holds is none', () => {
    const conditions: PublicPrompt['conditions'] = {
      pages: [{ how: 'wildcard', value: '/pri*' }],
      notPages: [{ how: 'is', value: '/checkout' }],
      seconds: 60,
      scroll: 50,
      exit: true,
      idle: 3,
      pagesSeen: 2,
      referrer: 'search.test',
      utm: [{ name: 'source', value: 'news' }],
      returning: false,
      languages: ['de', 'en'],
      devices: ['desktop'],
      event: 'trial',
      attributes: [
        { name: 'seats', how: 'above', value: '9' },
        { name: 'plan', how: 'not', value: 'free' },
        { name: 'coupon', how: 'unknown', value: '' },
        { name: 'role', how: 'contains', value: 'ADMIN' },
      ],
      hours: true,
      online: true,
    };
    expect(
      against(
        { conditions },
        {
          scroll: 50,
          exit: true,
          idle: 3,
          pagesSeen: 2,
          referrer: 'https://search.test/?q=x',
          language: 'de-AT',
          tracked: [{ name: 'trial', attributes: { seats: '10' }, at: start }],
          attributes: { seats: '2', role: 'Administrator' },
          online: true,
        },
      ),
    ).toEqual([]);
  });
});

test('of several that are due the highest priority comes, and of equals the first', () => {
  const all = [
    prompt({ id: 'low', priority: 1 }),
    prompt({ id: 'first', priority: 9 }),
    prompt({ id: 'second', priority: 9 }),
    prompt({ id: 'not now', priority: 99, conditions: { exit: true } }),
  ];
  expect(pickPrompt(all, budget, moment(), nobody())?.id).toBe('first');
});

test('what was held back takes nothing from anybody’s patience, and is not due again', () => {
  const memory = nobody();
  remember(memory, prompt(), start, true);
  expect(against({}, {}, memory)).toEqual(['often']);
  expect(against({ id: 'other' }, {}, memory)).toEqual([]);
});

test('a dismissal keeps everything away for the quiet hours, and itself for good, or for its own days', () => {
  const memory = { ...nobody(), dismissed: { one: start } };
  expect(against({}, { now: start + hour }, memory)).toEqual(['quietHours', 'dismissed']);
  expect(against({ id: 'other' }, { now: start + 23 * hour }, memory)).toEqual(['quietHours']);
  expect(against({ id: 'other' }, { now: start + 24 * hour }, memory)).toEqual([]);
  expect(against({}, { now: start + 400 * day }, memory)).toEqual(['dismissed']);
  expect(against({ backOffDays: 90 }, { now: start + 89 * day }, memory)).toEqual(['dismissed']);
  expect(against({ backOffDays: 90 }, { now: start + 90 * day }, memory)).toEqual([]);
});

test('what its kind shares is asked beside its own clock', () => {
  const memory = nobody();
  remember(memory, prompt({ id: 'survey one', kind: 'survey' }), start);
  const later = { now: start + 10 * day };
  expect(
    against({ id: 'two', kind: 'survey', apartDays: 30 }, later, { ...memory, session: start + 9 * day }),
  ).toEqual(['apartDays']);
  expect(against({ id: 'three', apartDays: 30 }, later, { ...memory, session: start + 9 * day })).toEqual([]);
});

test('a sample is the same person on every page, and about the share that was asked for', () => {
  for (const share of [5, 33, 50, 90]) {
    const inside = Array.from(
      { length: 20_000 },
      (_, seed) => hostContextOf(seed * 7_919, 'one') * 100 < share,
    );
    const found = inside.filter(Boolean).length / inside.length;
    // Four standard deviations of a draw of 20,000.
    expect(Math.abs(found - share / 100)).toBeLessThan(
      4 * Math.sqrt(((share / 100) * (1 - share / 100)) / 20_000),
    );
    expect(hostContextOf(7_919, 'one')).toBe(hostContextOf(7_919, 'one'));
  }
});

test('samples and holdouts of different prompts have nothing to do with each other', () => {
  const both = { neither: 0, first: 0, second: 0, both: 0 };
  for (let seed = 0; seed < 20_000; seed++) {
    const first = hostContextOf(seed, 'one') < 0.5;
    const second = hostContextOf(seed, 'two') < 0.5;
    both[first ? (second ? 'both' : 'first') : second ? 'second' : 'neither']++;
  }
  for (const count of Object.values(both))
    expect(Math.abs(count - 5_000)).toBeLessThan(4 * Math.sqrt(20_000 * 0.1875));
});

/* Visits of people who behave anyhow, on a site with any mix of prompts: what must hold whatever happens. */

const paths = ['/', '/pricing', '/docs/a', '/checkout', '/checkout/pay'];
const anyPrompt = fc.record({
  kind: fc.constantFrom('invitation', 'survey', 'announcement'),
  priority: fc.integer({ min: 0, max: 100 }),
  sample: fc.constantFrom(100, 100, 60, 20),
  holdout: fc.constantFrom(0, 0, 30),
  often: fc.oneof(
    fc.constant({ kind: 'ever' }),
    fc.constant({ kind: 'session' }),
    fc.record({ kind: fc.constant('days'), days: fc.integer({ min: 1, max: 60 }) }),
  ),
  backOffDays: fc.constantFrom(0, 0, 7, 90),
  apartDays: fc.constantFrom(0, 0, 5),
  conditions: fc
    .subarray(
      Object.entries({
        pages: [{ how: 'wildcard', value: '/*' }],
        notPages: [{ how: 'is', value: '/pricing' }],
        seconds: 30,
        scroll: 50,
        exit: true,
        pagesSeen: 2,
        returning: true,
        devices: ['desktop', 'tablet'],
        online: true,
      }),
      { maxLength: 2 },
    )
    .map((entries) => Object.fromEntries(entries)),
});
const anyBudget = fc.record({
  perSession: fc.constantFrom(0, 1, 1, 2, 3),
  perDay: fc.constantFrom(0, 1, 2, 4),
  perMonth: fc.constantFrom(1, 3, 9),
  quietHours: fc.constantFrom(0, 1, 24, 72),
  leastSeconds: fc.integer({ min: 0, max: 10 }),
  notPages: fc.constant([{ how: 'wildcard', value: '/checkout*' }]),
});
/** One look: so much later, somewhere, doing something; and what is done with a prompt that stands there. */
const anyLook = fc.record({
  after: fc.oneof(
    fc.integer({ min: 1_000, max: 60_000 }),
    fc.integer({ min: minute, max: 3 * hour }),
    fc.integer({ min: hour, max: 20 * day }),
  ),
  path: fc.constantFrom(...paths),
  seconds: fc.integer({ min: 0, max: 90 }),
  scroll: fc.integer({ min: 0, max: 100 }),
  exit: fc.boolean(),
  online: fc.boolean(),
  busy: fc.constantFrom('', '', '', '', 'panel', 'typing', 'dialog', 'quiet', 'saveData'),
  does: fc.constantFrom('dismiss', 'take', 'ignore', 'leave'),
});
const anyPerson = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  device: fc.constantFrom('phone', 'tablet', 'desktop'),
  looks: fc.array(anyLook, { minLength: 5, maxLength: 40 }),
});

interface Shown {
  prompt: PublicPrompt;
  at: number;
  look: { url: string; busy: string; seconds: number };
  session: number;
}

/** Lives one person's visits through the rules as a browser does, and tells what was on screen when. */
const live = (
  prompts: PublicPrompt[],
  given: typeof budget,
  person: { seed: number; device: Moment['device']; looks: Record<string, unknown>[] },
) => {
  const memory = newMemory(person.seed, start);
  const shown: Shown[] = [];
  const held: string[] = [];
  const dismissed: { id: string; at: number }[] = [];
  let now = start;
  let seen = start;
  let pages = 0;
  let standing: PublicPrompt | null = null;
  for (const { after, path, does, busy, ...look } of person.looks as unknown as {
    after: number;
    path: string;
    does: string;
    busy: Moment['busy'];
    seconds: number;
    scroll: number;
    exit: boolean;
    online: boolean;
  }[]) {
    now += after;
    if (now - seen > visitEnds) {
      memory.session = now;
      pages = 0;
      // A page that was closed takes its prompt with it: that is no dismissal.
      standing = null;
    }
    seen = now;
    pages++;
    const current = moment({
      ...look,
      now,
      url: `https://shop.test${path}`,
      device: person.device,
      pagesSeen: pages,
      busy: standing ? 'showing' : busy,
    });
    const due = pickPrompt(prompts, given, current, memory);
    if (due && isHeld(due, memory)) {
      remember(memory, due, now, true);
      held.push(due.id);
    } else if (due) {
      remember(memory, due, now);
      // Never two at once.
      expect(standing).toBeNull();
      standing = due;
      shown.push({
        prompt: due,
        at: now,
        look: { url: current.url, busy, seconds: look.seconds },
        session: memory.session,
      });
    }
    if (standing && does !== 'ignore') {
      if (does === 'dismiss') {
        memory.dismissed[standing.id] = now;
        dismissed.push({ id: standing.id, at: now });
      }
      standing = null;
    }
  }
  return { shown, held, dismissed };
};

test('whatever is configured and whatever people do: one at a time, within every cap, never in a quiet period, never on an excluded page, and dismissed stays dismissed', () => {
  let visits = 0;
  let seenAny = 0;
  fc.assert(
    fc.property(
      fc.array(anyPrompt, { minLength: 1, maxLength: 6 }),
      anyBudget,
      fc.array(anyPerson, { minLength: 5, maxLength: 12 }),
      (mix, someBudget, people) => {
        const given = someBudget as unknown as typeof budget;
        const prompts = mix.map((each, index) =>
          prompt({ ...(each as Partial<PublicPrompt>), id: `p${index}` }),
        );
        for (const person of people) {
          visits++;
          const { shown, held, dismissed } = live(prompts, given, person as never);
          seenAny += shown.length;
          for (const [index, { prompt: it, at, look, session }] of shown.entries()) {
            const earlier = shown.slice(0, index);
            expect(look.busy).toBe('');
            expect(look.url).not.toContain('/checkout');
            expect(look.seconds).toBeGreaterThanOrEqual(given.leastSeconds);
            if (it.conditions.notPages) expect(look.url).not.toMatch(/\/pricing$/);
            expect(earlier.filter((one) => one.session === session).length).toBeLessThan(given.perSession);
            expect(earlier.filter((one) => at - one.at <= day).length).toBeLessThan(given.perDay);
            expect(earlier.filter((one) => at - one.at <= 30 * day).length).toBeLessThan(given.perMonth);
            for (const one of dismissed)
              if (one.at < at) {
                expect(at - one.at).toBeGreaterThanOrEqual(given.quietHours * hour);
                if (one.id === it.id) {
                  expect(it.backOffDays).toBeGreaterThan(0);
                  expect(at - one.at).toBeGreaterThanOrEqual(it.backOffDays * day);
                }
              }
            const own = earlier.filter((one) => one.prompt.id === it.id);
            if (it.often.kind === 'ever') expect(own).toHaveLength(0);
            else if (it.often.kind === 'session')
              expect(own.every((one) => one.session !== session)).toBe(true);
            else for (const one of own) expect(at - one.at).toBeGreaterThanOrEqual(it.often.days * day);
            if (it.apartDays)
              for (const one of earlier.filter((each) => each.prompt.kind === it.kind))
                expect(at - one.at).toBeGreaterThanOrEqual(it.apartDays * day);
            // A person is on one side for good.
            expect(held).not.toContain(it.id);
            expect(hostContextOf((person as { seed: number }).seed, it.id) * 100).toBeLessThan(it.sample);
          }
        }
      },
    ),
    { numRuns: 400, seed: 20_261_126 },
  );
  expect(visits).toBeGreaterThan(2_000);
  expect(seenAny).toBeGreaterThan(1_000);
});

test('the share of people who are shown it is the sample’s, and of those held back the holdout’s, however often they come', () => {
  const [sample, holdout, people] = [30, 20, 6_000];
  const it = prompt({ sample, holdout, often: { kind: 'session' } });
  let [shown, held] = [0, 0];
  for (let index = 0; index < people; index++) {
    const looks = Array.from({ length: 8 }, (_, visit) => ({
      after: 7 * day,
      path: '/',
      seconds: 60,
      scroll: 0,
      exit: false,
      online: false,
      busy: '' as const,
      does: visit % 2 ? 'take' : 'leave',
    }));
    const lived = live([it], budget, {
      seed: Math.imul(index, 2_654_435_761) >>> 0,
      device: 'desktop',
      looks,
    });
    if (lived.shown.length) shown++;
    if (lived.held.length) held++;
    expect(lived.shown.length && lived.held.length).toBe(0);
  }
  /** 99.99 % of draws with this share are within. */
  const within = (count: number, of: number, share: number): void =>
    expect(Math.abs(count - of * share)).toBeLessThan(3.9 * Math.sqrt(of * share * (1 - share)));
  within(shown + held, people, sample / 100);
  within(held, shown + held, holdout / 100);
});
