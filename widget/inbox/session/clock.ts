import { type ReadonlySignal, signal } from '@preact/signals';

/** Times on screen are updated so often, milliseconds. */
const clockEvery = 15_000;

/** The current time, for what is on screen. */
export const createClock = (): { now: ReadonlySignal<number>; dispose(): void } => {
  const now = signal(Date.now());
  const clock = setInterval(() => {
    now.value = Date.now();
  }, clockEvery);
  return { now, dispose: () => clearInterval(clock) };
};
