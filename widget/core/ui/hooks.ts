import { type Signal, signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';

/* Made of the two hooks that the first screen has anyway: Preact's others would be 300 bytes for every visitor. */

/** Makes something when the component is first drawn, and keeps it. */
export const useOnce = <Value>(make: () => Value): Value => {
  const kept = useRef<{ value: Value } | null>(null);
  kept.current ??= { value: make() };
  return kept.current.value;
};

/** A signal that lives as long as the component. */
export const useOwn = <Value>(first: Value): Signal<Value> => useOnce(() => signal(first));

/** Does something when the component appears, and what it returns when it goes. */
export const useStay = (begin: () => () => void): void => useLayoutEffect(begin, []);
