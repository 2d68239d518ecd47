/** First pause between two tries, and the longest while the trouble is young, milliseconds. */
const firstPause = 400;
const maxPauseWhileYoung = 2_000;
/** Trouble is young for so long: a restart or a dead spot is over by then. */
const youngFor = 30_000;

/** The pause between tries: short at first, because most trouble is short, then ever longer. */
export interface Backoff {
  /** The next pause, milliseconds, with jitter: those who lost the line together do not come back together. */
  next(): number;
  /** A try went well, or there is reason to hope: begin anew. */
  reset(): void;
}

/** @param longest the longest pause of all, milliseconds */
export const createBackoff = (longest: number, now: () => number = Date.now): Backoff => {
  let pause = firstPause;
  let since = 0;
  return {
    next() {
      since ||= now();
      const cap = now() - since < youngFor ? maxPauseWhileYoung : longest;
      const wait = Math.min(pause, cap) * (0.5 + Math.random() / 2);
      pause = Math.min(longest, pause * 2);
      return wait;
    },
    reset() {
      pause = firstPause;
      since = 0;
    },
  };
};
