import { signal } from '@preact/signals';

/** Times on screen are updated so often, milliseconds. */
const clockEvery = 20_000;

/** The width and the time around the comments, as they change. */
export const createSurroundings = (ends: AbortSignal) => {
  const narrow = matchMedia('(max-width: 479px)');
  const isNarrow = signal(narrow.matches);
  narrow.addEventListener(
    'change',
    () => {
      isNarrow.value = narrow.matches;
    },
    { signal: ends },
  );
  const now = signal(Date.now());
  const clock = setInterval(() => {
    now.value = Date.now();
  }, clockEvery);
  ends.addEventListener('abort', () => clearInterval(clock));
  return { isNarrow, now };
};
