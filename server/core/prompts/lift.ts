/** The 97.5th percentile of the normal distribution: both sides leave out 5 %. */
const z = 1.959_963_984_540_054;

/** Wilson's score interval of a share, 95 %. Wilson, Journal of the American Statistical Association 22 (1927), 209–212. */
export const shareInterval = (hits: number, of: number): [from: number, to: number] => {
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)];
};

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
