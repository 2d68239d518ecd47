const minute = 60_000;
const hour = 60 * minute;

/**
 * Pauses between the ten tries of a job, milliseconds: the spread of the Standard Webhooks specification
 * (standardwebhooks.com, "Retry schedule"), whose first two steps are one minute here, because mail servers that defer
 * a first try (greylisting) want that.
 */
export const pauses: readonly number[] = [
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** A job whose process said nothing for so long is taken for dead, and claimed again, milliseconds. */
export const lease = 5 * minute;

/**
 * When a job that failed is tried again.
 * @param attempts that were made, from 1
 * @param random 0..1: up to a tenth later, so that what failed together does not come back together
 * @returns null when there were enough
 */
export const nextTry = (now: number, attempts: number, random: number): number | null => {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : Math.round(now + pause * (1 + random / 10));
};
