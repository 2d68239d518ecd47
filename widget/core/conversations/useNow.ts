import { useLocalSignal, useMountEffect } from '../ui/hooks.ts';

/** The current time, updated every few seconds, so that what depends on it stays true while it is looked at. */
export const useNow = (): number => {
  const now = useLocalSignal(Date.now());
  useMountEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 10_000);
    return () => clearInterval(timer);
  });
  return now.value;
};
