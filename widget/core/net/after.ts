/**
 * Calls back once a pause is really over. Pages change `setTimeout`, and where it calls back at once a loop that pauses
 * between its tries would run without ever letting the browser draw: there the browser's own timeout of signals, which no
 * page replaces, does the waiting. A pause is a millisecond at the least, so that what follows is always a new task.
 * @param pause milliseconds
 * @returns what calls it off
 */
export const after = (pause: number, run: () => void): (() => void) => {
  const least = Math.max(1, pause);
  const begun = Date.now();
  let isOff = false;
  const fire = (): void => {
    if (isOff) return;
    // Timers of browsers come late, and early by a fraction at most.
    if (Date.now() - begun < least / 2) {
      AbortSignal.timeout(least).addEventListener('abort', () => isOff || run());
      return;
    }
    run();
  };
  const timer = setTimeout(fire, least);
  return () => {
    isOff = true;
    clearTimeout(timer);
  };
};
