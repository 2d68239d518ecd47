/* Whether similar items are more than usual. Pure: docs/trends.md says what it means. */

/** The length of the window in which items are counted, milliseconds. */
export const burstWindow = 2 * 3_600_000;
/** Fewest people who make a burst: fewer are no news, however rare what they write about is. */
export const fewestPeople = 4;
/** False alarms that are accepted in a week. */
const alarmsPerWeek = 0.5;
/**
 * Knowledge before anything came: in a usual window one of a hundred texts is about the same as another. Half an item
 * in fifty (Jeffreys' prior for a rate, and what it is seen in).
 */
const [priorCount, priorTexts] = [0.5, 50];
/** A rate is never held for more certain than after so many items: real rates waver more than Poisson's. */
const mostCertain = 20;
/** Looks a week that are counted at the least, so that a quiet site does not take chance for news. */
const fewestLooks = 100;

/**
 * The probability of at least `count` items where their rate is known from `shape` of them in `texts`, and `coming` texts
 * are expected: the tail of a Poisson distribution whose rate is Gamma-distributed, which is a negative binomial one.
 */
export const predictiveTail = (
  count: number,
  { shape, texts, coming }: Record<'shape' | 'texts' | 'coming', number>,
): number => {
  const success = coming / (coming + texts);
  let term = (1 - success) ** shape;
  let below = 0;
  for (let one = 0; one < count; one++) {
    below += term;
    term *= ((shape + one) / (one + 1)) * success;
  }
  // What is left of one would be lost in rounding: small tails are summed up instead.
  if (below < 1 - 1e-6) return 1 - below;
  let tail = 0;
  for (let one = count; term > tail * 1e-9 && one < count + 1_000; one++) {
    tail += term;
    term *= ((shape + one) / (one + 1)) * success;
  }
  return tail;
};

export interface Counted {
  /** People who wrote about it within the window. */
  people: number;
  /** Items about it before the window, and all items then. */
  before: number;
  allBefore: number;
  /** All items that are usual in a window at this time of the day, or that came besides, whichever is more. */
  coming: number;
  /** Looks in a week: one for each item. */
  looks: number;
}

/**
 * The probability that as many people wrote by chance. The first one chose the subject: only the others are evidence.
 */
export const chanceOf = ({ people, before, allBefore, coming }: Omit<Counted, 'looks'>): number => {
  const known = Math.min(1, mostCertain / (priorCount + before));
  return predictiveTail(people - 1, {
    shape: (priorCount + before) * known,
    texts: (priorTexts + allBefore) * known,
    coming,
  });
};

/** Whether it is a burst: rarer by chance than what is accepted, shared over all looks of a week (Bonferroni). */
export const isBurst = (counted: Counted): boolean =>
  counted.people >= fewestPeople && chanceOf(counted) < alarmsPerWeek / Math.max(fewestLooks, counted.looks);
