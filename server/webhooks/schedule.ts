const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Pauses between the ten tries of a delivery, milliseconds (standardwebhooks.com, "Retry schedule"): about three days. */
const pauses: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** The longest rest that an endpoint may ask for, milliseconds. */
const maxRest = 24 * hour;

/** An endpoint that has answered nothing with success for so long gets nothing until somebody looks, milliseconds. */
export const pauseAfter = 72 * hour;

/** The pause for an endpoint that does not answer, milliseconds: its other deliveries would wait for nothing. */
export const restAfterSilence = 30 * second;

/**
 * When a delivery that failed is tried again.
 * @param attempts that were made, from 1
 * @param random 0..1: up to a fifth later, so that what failed together does not come back together
 * @param rest what the receiver asked for, milliseconds
 * @returns null when there were enough
 */
export const nextTry = (now: number, attempts: number, random: number, rest: number): number | null => {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : Math.round(now + Math.max(pause * (1 + random / 5), rest));
};

/**
 * Reads a `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date.
 * @returns milliseconds from now, at most a day; 0 where it says nothing
 */
export const restOf = (header: string | undefined, now: number): number => {
  if (header === undefined) return 0;
  const rest = /^\d{1,9}$/.test(header) ? Number(header) * second : Date.parse(header) - now;
  return Number.isFinite(rest) ? Math.min(maxRest, Math.max(0, rest)) : 0;
};
