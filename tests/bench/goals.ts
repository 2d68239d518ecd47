/**
 * Goals of a benchmark. Each names its margin of noise, as a share of the goal: what two runs of the same build on a
 * busy machine of two cores differ by. A run that misses a goal by more than that ends with exit code 1 and says which.
 */
export interface Goal {
  /** The figure has to reach this. */
  atLeast?: number;
  /** The figure must not exceed this. */
  atMost?: number;
  /** Share of the goal by which a figure may miss it; 0 for what does not vary, such as a count of lost messages. */
  noise: number;
  unit?: string;
}

const missed: string[] = [];

/**
 * Holds a figure against its goal.
 * @returns what to print behind the figure: the goal, its margin, and whether it was met
 */
export const judge = (what: string, figure: number, { atLeast, atMost, noise, unit = '' }: Goal): string => {
  const low = atLeast === undefined ? -Infinity : atLeast * (1 - noise);
  const high = atMost === undefined ? Infinity : atMost * (1 + noise);
  const wanted = atLeast === undefined ? `at most ${atMost}${unit}` : `at least ${atLeast}${unit}`;
  const margin = noise ? ` ± ${Math.round(noise * 100)} %` : '';
  const isMet = figure >= low && figure <= high;
  if (!isMet) missed.push(`${what}: ${Number(figure.toFixed(3))}${unit}, asked ${wanted}${margin}`);
  return `goal ${wanted}${margin}: ${isMet ? 'met' : 'MISSED'}`;
};

/** Notes that something which must hold did not: an error, a lost write. */
export const fail = (what: string): void => {
  missed.push(what);
};

/** Prints which goals were missed, and sets the exit code that says so. Call it at the end of a run. */
export const closeGoals = (): void => {
  if (missed.length) {
    console.log(`\nmissed:\n${missed.map((what) => `  ${what}`).join('\n')}`);
    process.exitCode = 1;
  } else console.log('\nevery goal is met');
};
