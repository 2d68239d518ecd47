import { signal } from '@preact/signals';
import type { Surface } from '../core/context.ts';
import { reach } from '../core/net/client.ts';
import type { NextPart, Stuck } from './types.ts';

/** Loads the part after searching: with the first suggestions, or when it is wanted. */
export const createNextLoader = (surface: Surface) => {
  const next = signal<NextPart | null>(null);
  const stuck = signal<Stuck | null>(null);
  let loading: Promise<NextPart> | undefined;
  let disposed = false;
  // A server that answers is not out of reach: then it is the page, or we.
  const fail = (reason: Stuck) => () => {
    stuck.value = reason;
  };

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
    /** Why it could not be loaded, as a text's key. */
    stuck,
    load,
    /** Acts on it at once when it is there, else as soon as it is. */
    run(action: (part: NextPart) => void): void {
      stuck.value = null;
      if (next.value) action(next.value);
      else
        reach(surface.context.base).then(
          () => load().then(action).catch(fail('somethingBroke')),
          fail('offline'),
        );
    },
    dispose(): void {
      disposed = true;
      next.value?.outcome.dispose();
      next.value?.write.dispose();
    },
  };
};
