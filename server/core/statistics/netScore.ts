import { errorFunction } from 'simple-statistics';

/** A score with the ends of its 95 % interval, -100 to 100; null over no answer. */
export interface NetScore {
  n: number;
  promoters: number;
  passives: number;
  detractors: number;
  score: number | null;
  from: number | null;
  to: number | null;
}

/** The 97.5th percentile of the normal distribution: both sides leave out 5 %. */
const z = 1.959_963_984_540_054;

/**
 * The Net Promoter Score is a difference of two shares of the same people: promoters less detractors, in percent of
 * those who answered (Reichheld, Harvard Business Review 81, 2003). That is what McNemar's table is, too: who says yes
 * the first time only less who says yes the second time only, over all. So its interval is the one that Agresti and
 * Min found for it (Statistics in Medicine 24, 2005, 729–740): half an observation is added to each of the four cells,
 * that is half a promoter, half a detractor and one passive, and Wald's interval is taken of that. Wald's own is far
 * too narrow for small groups, and of no width at all where everybody is of one kind; with what is added it covers
 * 92 to 98 % from ten answers on (a test counts it out), and four answers that agree are no certainty.
 * @returns the adjusted difference and its variance, as shares
 */
const adjusted = (promoters: number, detractors: number, n: number): { middle: number; variance: number } => {
  const of = n + 2;
  const [p, d] = [(promoters + 0.5) / of, (detractors + 0.5) / of];
  return { middle: p - d, variance: (p + d - (p - d) ** 2) / of };
};

const percent = (share: number): number => share * 100;
const clamp = (score: number): number => Math.max(-100, Math.min(100, score));

/** The score of counted groups, -100 to 100, with its 95 % interval; nulls over nobody. See {@link adjusted}. */
export const figureOf = (promoters: number, passives: number, detractors: number): NetScore => {
  const n = promoters + passives + detractors;
  const counts = { n, promoters, passives, detractors };
  if (n === 0) return { ...counts, score: null, from: null, to: null };
  const { middle, variance } = adjusted(promoters, detractors, n);
  const half = z * Math.sqrt(variance);
  const score = percent((promoters - detractors) / n);
  return {
    ...counts,
    score,
    // The score that was measured is always within.
    from: Math.min(score, clamp(percent(middle - half))),
    to: Math.max(score, clamp(percent(middle + half))),
  };
};

/**
 * The change between two groups of people, in points, with its 95 % interval, and how likely so much would be by chance
 * if nothing had (two-sided z test on the adjusted scores; the groups are taken as independent).
 * @returns null while one of them is empty
 */
export const changeBetween = (
  before: NetScore,
  after: NetScore,
): { value: number; from: number; to: number; p: number } | null => {
  if (before.score === null || after.score === null) return null;
  const old = adjusted(before.promoters, before.detractors, before.n);
  const now = adjusted(after.promoters, after.detractors, after.n);
  const error = Math.sqrt(old.variance + now.variance);
  const middle = now.middle - old.middle;
  const value = after.score - before.score;
  return {
    value,
    from: Math.min(value, percent(middle - z * error)),
    to: Math.max(value, percent(middle + z * error)),
    p: Math.max(0, 1 - errorFunction(Math.abs(middle) / error / Math.SQRT2)),
  };
};
