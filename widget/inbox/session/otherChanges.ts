import { type ReadonlySignal, signal } from '@preact/signals';
import type { LiveListener } from '../../core/net/live.ts';

/** Counts events that are none of the inbox's own: pages of features read anew with them. */
export const createOtherChanges = (): LiveListener & { count: ReadonlySignal<number> } => {
  const count = signal(0);
  return {
    count,
    onEvent({ kind }) {
      if (!/^(?:message\.(?:added|changed)|conversation\.changed|inbox\.changed)$/.test(kind)) count.value++;
    },
    onReset() {
      count.value++;
    },
  };
};
