import { shareInterval } from '../statistics/shareInterval.ts';

/**
 * The difference of two independent shares with its 95 % interval: Newcombe's hybrid score interval, method 10 of
 * Statistics in Medicine 17 (1998), 873–890. Made of Wilson's intervals, it never leaves [-1, 1] and holds its promise
 * for groups of ten, where the usual interval is too narrow, and for none or all.
 * @returns null while one of the groups is empty
 */
export const liftOf = (
  hits: number,
  of: number,
  otherHits: number,
  ofOther: number,
): { value: number; from: number; to: number } | null => {
  if (of === 0 || ofOther === 0) return null;
  const [share, other] = [hits / of, otherHits / ofOther];
  const [low, high] = shareInterval(hits, of);
  const [otherLow, otherHigh] = shareInterval(otherHits, ofOther);
  const value = share - other;
  return {
    value,
    from: value - Math.hypot(share - low, otherHigh - other),
    to: value + Math.hypot(high - share, other - otherLow),
  };
};
