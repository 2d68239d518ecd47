import { signal } from '@preact/signals';

/** A contact who is to be written to; without one, whoever is chosen. */
export interface ComposeTarget {
  contact?: { id: string; name: string };
}

/** Whether a new message is written, and to whom; null while none is. */
export const createComposing = () => {
  const composing = signal<ComposeTarget | null>(null);
  return {
    composing,
    compose(target: ComposeTarget = {}): void {
      composing.value = target;
    },
  };
};
