import type { AttributeTest } from '../../shared/core/prompts/kinds.ts';
import { fits } from '../../shared/core/prompts/rules.ts';
import { newId } from '../../shared/core/ids.ts';
import { asKnown, type Trigger } from '../../shared/rules/fields.ts';
import {
  compileRules,
  type Evaluated,
  firedRules,
  type Known,
  reasonsOf,
  triggerKey,
} from '../../server/rules/evaluate.ts';
import { closeGoals, judge } from './goals.ts';

/*
 * The cost of holding a site's rules against what happens, of one core: so many rules, so many events a second. The bare
 * loop makes the same moments and holds nothing against them; the plain way asks every rule's every test.
 * Usage: npm run bench:rules -- [rules] [events per second]
 */

const [count, perSecond] = [Number(process.argv[2] ?? 500), Number(process.argv[3] ?? 1_000)];
const seconds = 20;

/** Pseudo-random numbers that are the same in every run: mulberry32 (Tommy Ettinger, public domain). */
const random = (() => {
  let state = 42;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
})();
const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)]!;

const topics = Array.from({ length: 400 }, (_, place) => `topic${place}word`);
const labels = Array.from({ length: 30 }, () => newId());
const segments = Array.from({ length: 20 }, () => newId());
const teams = Array.from({ length: 8 }, () => newId());
const kinds = ['ask', 'chat', 'mail', 'callback'];
const languages = ['en', 'de', 'fr', 'ru', 'el'];
/** What rules wait for, as often as it's so in practice. */
const waited: Trigger[] = [
  'opened',
  'opened',
  'opened',
  'opened',
  'message',
  'message',
  'message',
  'reply',
  'rated',
  'idle',
  'promise',
];

const condition = (): AttributeTest =>
  pick<() => AttributeTest>([
    () => ({ name: 'words', how: 'contains', value: pick(topics) }),
    () => ({ name: 'words', how: 'contains', value: pick(topics) }),
    () => ({ name: 'channel', how: 'is', value: pick(kinds) }),
    () => ({ name: 'language', how: pick(['is', 'not'] as const), value: pick(languages) }),
    () => ({ name: 'team', how: 'is', value: pick(teams) }),
    () => ({ name: 'label', how: 'is', value: pick(labels) }),
    () => ({ name: 'segment', how: 'is', value: pick(segments) }),
    () => ({ name: 'page', how: 'contains', value: `/${pick(topics)}/` }),
    () => ({ name: 'promiseMinutes', how: 'below', value: String(Math.floor(random() * 240)) }),
    () => ({ name: 'hours', how: 'is', value: 'closed' }),
  ])();

const rules = Array.from({ length: count }, (): Evaluated => {
  const trigger = pick(waited);
  return {
    trigger,
    minutes: trigger === 'idle' || trigger === 'promise' ? pick([10, 30, 60]) : null,
    groups: Array.from({ length: pick([1, 1, 1, 2]) }, () =>
      Array.from({ length: pick([1, 2, 2, 3]) }, condition),
    ),
    stops: random() < 0.02,
  };
});

const filler =
  'the parcel that I have ordered last week has still not come and nobody could tell me where it is '.split(
    ' ',
  );

interface Moment {
  keys: string[];
  text: string;
  facts: Record<string, string>;
}

const moments = Array.from({ length: 2_000 }, (): Moment => {
  const keys = pick([
    ['opened', 'message'],
    ['message'],
    ['message'],
    ['reply'],
    ['rated'],
    ['idle 30'],
    ['promise 30'],
  ]);
  return {
    keys,
    text: Array.from({ length: 40 }, () => (random() < 0.05 ? pick(topics) : pick(filler))).join(' '),
    facts: {
      channel: pick(kinds),
      language: pick(languages),
      priority: 'normal',
      waitingFor: 'staff',
      hours: pick(['open', 'closed']),
      page: `https://shop.example/${pick(topics)}/a-longer-page-of-the-shop?from=mail`,
      promiseMinutes: String(Math.floor(random() * 480)),
      ...(random() < 0.5 && { team: pick(teams) }),
      [`label ${pick(labels)}`]: 'yes',
      [`segment ${pick(segments)}`]: 'yes',
    },
  };
});

const knownOf = ({ text, facts }: Moment): Known => ({ ...facts, words: text.toLowerCase() });

/** Microseconds that an event takes. @param hold gives how many rules fired, so that nothing is left out */
const time = (
  events: number,
  hold: (moment: Moment, known: Known) => number,
): { each: number; fired: number } => {
  let fired = 0;
  for (let place = 0; place < 500; place++) hold(moments[place]!, knownOf(moments[place]!));
  const start = process.cpuUsage();
  for (let place = 0; place < events; place++) {
    const moment = moments[place % moments.length]!;
    fired += hold(moment, knownOf(moment));
  }
  const { user, system } = process.cpuUsage(start);
  return { each: (user + system) / events, fired };
};

const compiled = compileRules(rules);
const events = perSecond * seconds;
const bare = time(events, () => 0);
const own = time(events, ({ keys }, known) => {
  const fired = firedRules(compiled, keys, known);
  for (const one of fired) reasonsOf(one, known);
  return fired.length;
});
const plainEvents = Math.max(1_000, Math.floor(events / 10));
const plain = time(plainEvents, ({ keys }, known) => {
  let fired = 0;
  for (const { trigger, minutes, groups, stops } of rules) {
    const holds = groups.some((tests) => tests.every((test) => fits(asKnown(test), known)));
    if (!holds || !keys.includes(triggerKey(trigger, minutes))) continue;
    fired++;
    if (stops) break;
  }
  return fired;
});

const micro = (figure: number): string => `${figure.toFixed(2)} µs`;
const share = (own.each * perSecond) / 10_000;
console.log(
  `${count} rules, ${perSecond} events a second, ${events} events measured; ${(own.fired / events).toFixed(2)} rules fire on one`,
);
console.log(`bare loop       ${micro(bare.each)} an event`);
console.log(
  `compiled rules  ${micro(own.each)} an event, ${(own.each / bare.each).toFixed(1)} times the bare loop`,
);
console.log(
  `the plain way   ${micro(plain.each)} an event, ${(plain.each / own.each).toFixed(1)} times the compiled`,
);
console.log(
  `share of a core ${share.toFixed(2)} %  ${judge('share of one core', share, { atMost: 10, noise: 0, unit: ' %' })}`,
);
if (plain.fired / plainEvents === 0) throw new Error('nothing fired: the mix is not one');
closeGoals();
