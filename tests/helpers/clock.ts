import type { Clock } from '../../server/core/clock.ts';

export interface TestClock extends Clock {
  /** Moves time on, for both kinds. */
  pass(milliseconds: number): void;
  set(instant: number): void;
  /** Pauses that were asked for, milliseconds. */
  readonly slept: number[];
}

/** A clock that stands still until it is told otherwise. Monday 2 March 2026, 10:00 in Berlin. */
export const testClock = (start = Date.UTC(2026, 2, 2, 9, 0)): TestClock => {
  let now = start;
  let monotonic = 1_000;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    monotonic: () => monotonic,
    async sleep(milliseconds) {
      slept.push(milliseconds);
    },
    pass(milliseconds) {
      now += milliseconds;
      monotonic += milliseconds;
    },
    set(instant) {
      now = instant;
    },
  };
};
