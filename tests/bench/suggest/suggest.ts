/**
 * Does the suggestion find the answered question, how surely, and how fast? Prints recall, negatives, time, memory
 * and size beside plain MiniSearch and SQLite's full text in the same run. Weights were tuned on the even queries;
 * the odd ones are reported.
 *
 * Arguments: --sizes=1000,10000,100000 (none to leave the timing out), --queries=400 timed per size and kind,
 * --http=10000 documents behind the HTTP figure (0 to leave it out), --seconds=4 a measurement, --sets=no for time only.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SearchIndex } from '../../../server/core/search/engine/searchIndex.ts';
import { closeGoals, judge } from '../goals.ts';
import { type Contender, foyer, plainMiniSearch, sqliteFullText } from './contenders.ts';
import { reportHttp } from './http.ts';
import { loadOwnSets, loadSets, type QuestionSet, type Variant, variants, vary } from './questionSets.ts';
import { reportOwn, reportShown } from './shown.ts';
import { bootstrap, percentile, seededRandom, wilson } from './statistics.ts';
import { syntheticDocuments } from './syntheticDocuments.ts';

/** Least recall@3 asked for: whole, half-typed, one typo. */
const goals: Record<string, [number, number, number]> = {
  'en-clinc150': [88, 68, 85],
  'de-xquad': [98, 82, 97],
  'ru-tatoeba': [95, 85, 94],
  'en-faq': [92, 76, 89],
};

/** The sets do not vary, but typos are drawn: half a point of a hundred. */
const recallNoise = 0.005;

interface Outcome {
  trials: number;
  hits: { 1: number; 3: number; 5: number };
  reciprocal: number[];
}

function argument(name: string, otherwise: string): string {
  return process.argv.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
}

const percent = (share: number) => (100 * share).toFixed(1);

function measure(set: QuestionSet, contender: Contender, variant: Variant, odd: boolean): Outcome {
  const groups = new Map(set.documents.map(({ id, group }) => [id, group]));
  const outcome: Outcome = { trials: 0, hits: { 1: 0, 3: 0, 5: 0 }, reciprocal: [] };
  set.queries.forEach(({ text, group }, number) => {
    if ((number % 2 === 1) !== odd) return;
    const place = contender.find(vary(text, variant, number)).findIndex((id) => groups.get(id) === group);
    outcome.trials += 1;
    outcome.reciprocal.push(place < 0 ? 0 : 1 / (place + 1));
    for (const depth of [1, 3, 5] as const) if (place >= 0 && place < depth) outcome.hits[depth] += 1;
  });
  return outcome;
}

function describe({ trials, hits, reciprocal }: Outcome): string {
  const share = (depth: 1 | 3 | 5) => {
    const { low, high } = wilson(hits[depth], trials);
    return `${percent(hits[depth] / trials)} [${percent(low)}-${percent(high)}]`;
  };
  const mean = reciprocal.reduce((sum, value) => sum + value, 0) / trials;
  const { low, high } = bootstrap(reciprocal);
  return `R@1 ${share(1)}  R@3 ${share(3)}  R@5 ${share(5)}  MRR ${mean.toFixed(3)} [${low.toFixed(3)}-${high.toFixed(3)}]`;
}

function reportRecall(sets: readonly QuestionSet[]): void {
  console.log(
    '\nRecall in %, odd queries; 95 % intervals: Wilson score for recall, percentile bootstrap for MRR',
  );
  for (const set of sets) {
    console.log(`\n${set.name}: ${set.documents.length} documents, ${set.queries.length} queries`);
    const own = foyer(set.documents, false);
    const rivals = [plainMiniSearch(set.documents), sqliteFullText(set.documents)];
    for (const [kind, variant] of variants.entries()) {
      for (const contender of [own, ...rivals]) {
        const outcome = measure(set, contender, variant, true);
        const goal = contender === own ? goals[set.name]?.[kind] : undefined;
        const all = measure(set, contender, variant, false).hits[3] + outcome.hits[3];
        const share = (100 * outcome.hits[3]) / outcome.trials;
        const verdict =
          goal === undefined
            ? ''
            : `  ${judge(`${set.name}, ${variant}, R@3`, share, { atLeast: goal, noise: recallNoise, unit: ' %' })}`;
        const whole = `  (even and odd: R@3 ${percent(all / set.queries.length)})`;
        console.log(
          `  ${variant.padEnd(5)} ${contender.name.padEnd(25)} ${describe(outcome)}${whole}${verdict}`,
        );
      }
    }
  }
}

function reportLinked(set: QuestionSet): void {
  const single = measure(set, foyer(set.documents, false), 'whole', true);
  const linked = measure(set, foyer(set.documents, true), 'whole', true);
  const gain = percent((linked.hits[1] - single.hits[1]) / single.trials);
  console.log(
    `\n${set.name}, duplicates linked: ${describe(linked)}  recall@1 +${gain} points   ${judge(`${set.name}, gain of linking`, Number(gain), { atLeast: 5, noise: 0, unit: ' points' })}`,
  );
}

/**
 * Reports how many unanswerable questions show anything at the floor at which a share of the found ones still shows.
 */
function reportNegatives(set: QuestionSet, linked: boolean): void {
  const { index } = foyer(set.documents, linked);
  const groups = new Map(set.documents.map(({ id, group }) => [id, group]));
  const found: number[] = [];
  set.queries.forEach(({ text, group }, number) => {
    if (number % 2 === 0) return;
    const right = index.search(text).find(({ id }) => groups.get(id) === group);
    if (right) found.push(right.confidence);
  });
  const shown = set.negatives.map((text) =>
    Math.max(0, ...index.search(text).map(({ confidence }) => confidence)),
  );
  const odd = shown.filter((_, number) => number % 2 === 1);
  for (const keep of [0.9, 0.95]) {
    const floor = percentile(found, 1 - keep);
    const count = odd.filter((confidence) => confidence >= floor).length;
    const { low, high } = wilson(count, odd.length);
    const kind = linked ? 'linked' : 'single';
    const range = `${percent(count / odd.length)} [${percent(low)}-${percent(high)}]`;
    const asked =
      keep === 0.9
        ? `  ${judge(`${set.name}, ${kind}, negatives shown`, (100 * count) / odd.length, { atMost: 25, noise: 0, unit: ' %' })}`
        : '';
    console.log(
      `  ${kind}: floor ${floor.toFixed(3)} shows ${100 * keep} of 100 found and ${range} of 100 negatives${asked}`,
    );
  }
}

function reportTime(sizes: readonly number[], queries: number): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  console.log(
    '\nProcessor time of one search in ms; titles of 8 and bodies of 84 words, 103k-word vocabulary',
  );
  for (const size of sizes) {
    const documents = syntheticDocuments(size);
    collect();
    const before = process.memoryUsage();
    const began = process.cpuUsage();
    const index = SearchIndex.build(documents);
    const build = milliseconds(began);
    collect();
    const after = process.memoryUsage();
    const held = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
    const bytes = index.serialise();
    const restoring = process.cpuUsage();
    SearchIndex.restore(bytes);
    const restored = milliseconds(restoring);
    const texts = questions(documents, queries + 300);
    for (const text of texts.slice(0, 300))
      index.search(text).length + index.search(vary(text, 'half', 1)).length;
    const timed = (variant: Variant) =>
      texts.slice(300).map((text, number) => {
        const typed = vary(text, variant, number);
        const start = process.cpuUsage();
        index.search(typed);
        return milliseconds(start);
      });
    for (const variant of variants) {
      const times = timed(variant);
      const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(1));
      const most = size <= 10_000 ? 15 : 30;
      const verdict = judge(`${size} documents, ${variant}, p99`, Number(p99), {
        atMost: most,
        noise: 0.25,
        unit: ' ms',
      });
      console.log(
        `  ${String(size).padStart(6)} documents, ${variant.padEnd(5)} p50 ${p50}  p95 ${p95}  p99 ${p99}  (${verdict})`,
      );
    }
    const longest = Math.max(
      ...hostileTexts.map((text) => {
        const start = process.cpuUsage();
        index.search(text);
        return milliseconds(start);
      }),
    );
    console.log(
      `  ${String(size).padStart(6)} documents, hostile texts: longest ${longest.toFixed(1)} ms ` +
        `(${judge(`${size} documents, hostile texts`, longest, { atMost: 100, noise: 0.25, unit: ' ms' })})`,
    );
    const perDocument = (build / size).toFixed(2);
    console.log(
      `  ${String(size).padStart(6)} documents, build ${(build / 1000).toFixed(1)} s (${perDocument} ms a document), ` +
        `${(held / 1e6).toFixed(0)} MB held, ${judge(`${size} documents, memory`, held / 1e6, { atMost: 400, noise: 0.05, unit: ' MB' })} (` +
        `${(index.memoryBytes / 1e6).toFixed(0)} MB by its own estimate), ` +
        `${(bytes.length / 1e6).toFixed(1)} MB persisted, restored in ${(restored / 1000).toFixed(1)} s`,
    );
  }
}

/** Texts that are long, of one letter, of thousands of words, of every script, or of nothing that is a word. */
const hostileTexts = [
  'a'.repeat(10_000),
  'a '.repeat(5_000),
  'ab'.repeat(200),
  'ghbdtn '.repeat(40),
  'the quick brown fox. '.repeat(300),
  'resetmypasswordplease'.repeat(14),
  '\u0301'.repeat(5_000),
  '密码'.repeat(400),
  '\u{1f468}\u200d\u{1f469}'.repeat(500),
  'привет мир '.repeat(90),
  '" OR 1=1 -- * ( ) { } [ ] \\ ^ ~ : !'.repeat(30),
];

/** Titles with one word replaced: what somebody else might ask. */
function questions(documents: readonly { title: string }[], count: number): string[] {
  const random = seededRandom(9);
  const any = () => documents[Math.floor(random() * documents.length)]!.title.split(' ');
  return Array.from({ length: count }, () => {
    const words = any();
    words[Math.floor(random() * words.length)] = any()[0]!;
    return words.join(' ');
  });
}

function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const sets = argument('sets', 'yes') === 'no' ? 'not asked for' : loadSets();
if (typeof sets === 'string') {
  console.log(`Recall and negatives are left out: ${sets}.`);
} else {
  reportRecall(sets);
  reportShown(sets);
  reportOwn(loadOwnSets());
  for (const set of sets.filter(({ negatives }) => negatives.length > 0)) {
    reportLinked(set);
    console.log(`\n${set.name}, negatives (odd ones), found: the right answer among the first three`);
    reportNegatives(set, false);
    reportNegatives(set, true);
  }
}
const sizes = argument('sizes', '1000,10000,100000')
  .split(',')
  .map(Number)
  .filter((size) => size > 0);
reportTime(sizes, Number(argument('queries', '400')));
const served = Number(argument('http', '10000'));
if (served > 0) await reportHttp(served, Number(argument('seconds', '4')));
closeGoals();
