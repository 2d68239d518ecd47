/** The only source of time. Tests pin it. */
export interface Clock {
  /** Milliseconds since the epoch. May jump; never used for order or for time-outs. */
  now(): number;
  /** Milliseconds that only grow. For time-outs, buckets and durations. */
  monotonic(): number;
  /** Resolves after a while. */
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
