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
