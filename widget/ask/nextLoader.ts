import { signal } from '@preact/signals';
import type { Surface } from '../core/context.ts';
import { reach } from '../core/net/client.ts';
import type { NextPart } from './types.ts';

/** What comes after looking: loaded with the first suggestions, or when it is wanted. */
export const createNextLoader = (surface: Surface) => {
  const next = signal<NextPart | null>(null);
  const stuck = signal(false);
  let loading: Promise<NextPart> | undefined;
  let disposed = false;

  /** Comes with the first suggestions, so that it is there when it is wanted, even if the line is not. */
  const load = (): Promise<NextPart> =>
    (loading ??= Promise.all([import('./next/entry.ts'), surface.context.loadConversations()]).then(
      ([{ openNext }]) => {
        if (disposed) throw new Error('gone');
        return (next.value = openNext(surface));
      },
      (error) => {
        loading = undefined;
        throw error;
      },
    ));

  return {
    /** Null until it is loaded. */
    next,
    /** True when it could not be loaded. */
    stuck,
    load,
    /** Acts on it at once when it is there, else as soon as it is. */
    run(action: (part: NextPart) => void): void {
      stuck.value = false;
      if (next.value) action(next.value);
      else
        reach(surface.context.base)
          .then(load)
          .then(action)
          .catch(() => {
            stuck.value = true;
          });
    },
    dispose(): void {
      disposed = true;
      next.value?.outcome.dispose();
      next.value?.write.dispose();
    },
  };
};
