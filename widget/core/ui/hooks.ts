import { type Signal, signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';

/* Made of the two hooks that the first screen has anyway: Preact's others would be 300 bytes for every visitor. */

/** Makes something when the component is first drawn, and keeps it. */
export const useConstant = <Value>(make: () => Value): Value => {
  const ref = useRef<{ value: Value } | null>(null);
  ref.current ??= { value: make() };
  return ref.current.value;
};

/** A signal that lives as long as the component. */
export const useLocalSignal = <Value>(first: Value): Signal<Value> => useConstant(() => signal(first));

/** Does something when the component appears, and what it returns when it goes. */
export const useMountEffect = (begin: () => () => void): void => useLayoutEffect(begin, []);
