import autocannon from 'autocannon';
import { fail, type Goal, judge } from './goals.ts';

/** Seconds a measurement; the first argument of the command. */
export const seconds = Math.max(1, Number(process.argv[2] ?? 4));
/** Each figure is the median of so many turns, the two servers in turn: the machine's speed drifts. */
export const turns = 3;

export interface Figure {
  rate: number;
  p99: number;
  errors: number;
}

export const median = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;

export const measure = async (options: autocannon.Options): Promise<Figure> => {
  const result = await autocannon({ duration: seconds, connections: 10, ...options });
  return { rate: result.requests.average, p99: result.latency.p99, errors: result.errors + result.non2xx };
};

/** Measures two servers in turn. */
export const pair = async (ours: autocannon.Options, bare: autocannon.Options): Promise<[Figure, Figure]> => {
  const rounds: [Figure, Figure][] = [];
  for (let turn = 0; turn < turns; turn++) rounds.push([await measure(ours), await measure(bare)]);
  const of = (index: 0 | 1): Figure => ({
    rate: median(rounds.map((round) => round[index].rate)),
    p99: median(rounds.map((round) => round[index].p99)),
    errors: rounds.reduce((sum, round) => sum + round[index].errors, 0),
  });
  return [of(0), of(1)];
};

/** Prints our figure beside the bare server's. @param goal for the ratio of the two */
export const row = (what: string, ours: Figure, bare: Figure, goal?: Goal): void => {
  const ratio = ours.rate / bare.rate;
  const figures = [
    ours.rate.toFixed(0),
    `${ours.p99} ms`,
    bare.rate.toFixed(0),
    `${bare.p99} ms`,
    ratio.toFixed(2),
  ];
  const verdict = goal ? judge(what, ratio, goal) : '';
  if (ours.errors) fail(`${what}: ${ours.errors} errors`);
  console.log(
    `${what.padEnd(34)}${figures.map((figure) => figure.padStart(10)).join('')}   ${verdict}${ours.errors ? `   ${ours.errors} ERRORS` : ''}`,
  );
};

/** The head of a table of rows. */
export const head = (): void =>
  console.log(
    `${' '.repeat(34)}${['Foyer /s', 'p99', 'bare /s', 'p99', 'ratio'].map((name) => name.padStart(10)).join('')}`,
  );
