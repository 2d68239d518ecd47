/**
 * How early a burst of similar items is found, and how often there is none. Streams of 500 items a day, with a rhythm of
 * the day, subjects that waver, synonyms and typing errors; after two weeks, bursts of 8 similar items within 2 hours are
 * planted. Usage: npm run bench:trends -- [weeks] [seed]
 */
import { closeGoals, judge } from './goals.ts';
import { burstWindow } from '../../server/trends/watch/tail.ts';
import { ItemWindow, type Signature } from '../../server/trends/watch/itemWindow.ts';
import { takeItem } from '../../server/trends/watch/step.ts';
import { makeStream, type StreamItem } from './trends/stream.ts';

const weeks = Number(process.argv[2] ?? 39);
const firstSeed = Number(process.argv[3] ?? 1);
const perDay = 500;
const warmUp = 14;
const weeksOfStream = 13;

interface Found {
  at: number;
  burst: number | null;
  place: number;
  words: string;
}

interface Watched {
  signature: Signature;
  items: Set<string>;
  lastAt: number;
}

/** Alerts of a stream, each with the planted burst that most of its items belong to. */
const watch = (stream: readonly StreamItem[]): Found[] => {
  const window = new ItemWindow();
  const byId = new Map(stream.map((item) => [item.id, item]));
  let watched: Watched[] = [];
  const found: Found[] = [];
  for (const item of stream) {
    watched = watched.filter(({ lastAt }) => lastAt > item.at - burstWindow);
    const step = takeItem(window, item, watched, window.itemsInWeek(item.at));
    if (step?.kind === 'joins') {
      step.trend.lastAt = item.at;
      step.trend.items.add(item.id);
    }
    if (step?.kind !== 'burst') continue;
    watched.push({ signature: step.burst.signature, items: new Set(step.burst.items), lastAt: item.at });
    if (item.at < warmUp * 86_400_000) continue;
    const planted = step.burst.items.flatMap((id) => byId.get(id)?.burst ?? []);
    const own = planted.length * 2 > step.burst.items.length ? (planted[0] ?? null) : null;
    const place = Math.max(0, ...step.burst.items.map((id) => byId.get(id)?.place ?? 0));
    found.push({ at: item.at, burst: own, place, words: step.burst.words.join(' ') });
  }
  return found;
};

/** Wilson's interval of a share, 95 %. */
const wilson = (hits: number, all: number): [number, number] => {
  const z = 1.96;
  const share = hits / all;
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const reach =
    (z / (1 + (z * z) / all)) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return [middle - reach, middle + reach];
};

/** Whether at most `count` come with a probability of a mean. */
const poissonUpTo = (count: number, mean: number): number => {
  let [term, sum] = [Math.exp(-mean), 0];
  for (let one = 0; one <= count; one++) {
    sum += term;
    term *= mean / (one + 1);
  }
  return sum;
};

/** The mean at which a falling probability is a given one. */
const meanWhere = (probability: number, of: (mean: number) => number): number => {
  let [low, high] = [0, 1_000];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (of(middle) > probability) low = middle;
    else high = middle;
  }
  return low;
};

/** The exact interval of a Poisson count, 95 % (Garwood 1936). */
const garwood = (count: number): [number, number] => [
  count === 0 ? 0 : meanWhere(0.975, (mean) => poissonUpTo(count - 1, mean)),
  meanWhere(0.025, (mean) => poissonUpTo(count, mean)),
];

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const started = performance.now();
const runs = Math.ceil(weeks / weeksOfStream);
let [planted, inTime, late, items] = [0, 0, 0, 0];
const falseOnes: Found[] = [];
const places: number[] = [];
for (let run = 0; run < runs; run++) {
  const stream = makeStream(firstSeed + run, warmUp + weeksOfStream * 7, perDay, { everyDays: 2 });
  items += stream.length;
  const found = watch(stream);
  const bursts = new Set(stream.flatMap(({ burst }) => burst ?? []));
  planted += bursts.size;
  const seen = new Set<number>();
  for (const one of found) {
    if (one.burst === null || seen.has(one.burst)) {
      falseOnes.push(one);
      continue;
    }
    seen.add(one.burst);
    places.push(one.place);
    if (one.place <= 5) inTime += 1;
    else late += 1;
  }
}
const watchedWeeks = runs * weeksOfStream;
const [low, high] = wilson(inTime, planted);
const [fewest, most] = garwood(falseOnes.length).map((count) => count / watchedWeeks);
const rate = falseOnes.length / watchedWeeks;
const took = performance.now() - started;
console.log(
  `${items} items, ${watchedWeeks} weeks, ${planted} bursts of 8 items in 2 hours; seeds from ${firstSeed}`,
);
console.log(`looked at in ${(took / 1_000).toFixed(1)} s: ${((took / items) * 1_000).toFixed(0)} µs an item`);
console.log(
  `found by the 5th item: ${inTime} of ${planted}, ${percent(inTime / planted)} (95 %: ${percent(low)} to ${percent(high)}); ` +
    judge('found by the 5th item', inTime / planted, { atLeast: 0.9, noise: 0 }),
);
console.log(
  `  later: ${late}; never: ${planted - inTime - late}; at item ${[4, 5, 6, 7, 8].map((place) => `${place}: ${places.filter((one) => one === place).length}`).join(', ')}`,
);
console.log(
  `false alarms a week: ${rate.toFixed(2)} (${falseOnes.length} in all; 95 %: ${fewest?.toFixed(2)} to ${most?.toFixed(2)}); ` +
    judge('false alarms a week', rate, { atMost: 1, noise: 0 }),
);
for (const { words, burst } of falseOnes.slice(0, 10))
  console.log(`  ${burst === null ? 'false' : 'again'}: ${words}`);
closeGoals();
