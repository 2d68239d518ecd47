import { errorFunction } from 'simple-statistics';

/** The probability that a standard normal variable is so far from zero, on either side. */
export const twoSided = (z: number): number => Math.max(0, 1 - errorFunction(Math.abs(z) / Math.SQRT2));

/**
 * The probability that two shares differ so much by chance (two-proportion z test with the pooled share).
 * @returns null where one of them is of nothing
 */
export const compareShares = (
  one: { of: number; hits: number },
  other: { of: number; hits: number },
): number | null => {
  if (one.of === 0 || other.of === 0) return null;
  const pooled = (one.hits + other.hits) / (one.of + other.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / other.of));
  return error === 0 ? 1 : twoSided((one.hits / one.of - other.hits / other.of) / error);
};

/**
 * The probability that two lists of numbers differ so much by chance: Mann and Whitney's U by its normal approximation,
 * with the correction for ties (Annals of Mathematical Statistics 18, 1947). Needs no shape of the numbers, which
 * durations have none of.
 * @param one sorted
 * @param other sorted
 * @returns null where one of them is empty
 */
export const compareRanks = (one: ArrayLike<number>, other: ArrayLike<number>): number | null => {
  const [n, m] = [one.length, other.length];
  if (n === 0 || m === 0) return null;
  let [i, j, ranks, ties, rank] = [0, 0, 0, 0, 1];
  while (i < n || j < m) {
    const value = Math.min(one[i] ?? Number.POSITIVE_INFINITY, other[j] ?? Number.POSITIVE_INFINITY);
    const [fromI, fromJ] = [i, j];
    while (i < n && one[i] === value) i++;
    while (j < m && other[j] === value) j++;
    const tied = i - fromI + j - fromJ;
    ranks += (i - fromI) * (rank + (tied - 1) / 2);
    ties += tied ** 3 - tied;
    rank += tied;
  }
  const all = n + m;
  const variance = ((n * m) / 12) * (all + 1 - ties / (all * (all - 1)));
  if (!(variance > 0)) return 1;
  return twoSided((ranks - (n * (n + 1)) / 2 - (n * m) / 2) / Math.sqrt(variance));
};

/**
 * The value below which a share of sorted numbers is: the smallest with at least that share at or under it, so always
 * one that was measured (Hyndman and Fan, American Statistician 50, 1996, definition 1).
 * @returns null of nothing
 */
export const quantileOf = (sorted: ArrayLike<number>, share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
