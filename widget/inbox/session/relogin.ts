import { type ReadonlySignal, signal } from '@preact/signals';
import { asCallError, type Call } from '../../core/net/client.ts';

/**
 * Calls that outlive the session of who makes them: one that is refused because nobody is logged in any more waits until
 * the same person is again, and is made then. What was written stands where it stood.
 */
export interface Relogin {
  call: Call;
  hasEnded: ReadonlySignal<boolean>;
  /** Lets what waits go on; or, where another person came or nobody, ends it. */
  settle(isSame: boolean): void;
}

/** @param isInside whether somebody was logged in at all */
export const createRelogin = (plain: Call, isInside: () => boolean): Relogin => {
  const hasEnded = signal(false);
  const waiting = new Set<(isSame: boolean) => void>();
  return {
    hasEnded,
    async call(route, options) {
      try {
        return await plain(route, options);
      } catch (error) {
        if (asCallError(error).code !== 'unauthenticated' || !isInside()) throw error;
        hasEnded.value = true;
        const isSame = await new Promise<boolean>((resolve) => waiting.add(resolve));
        if (!isSame || options.signal?.aborted) throw error;
        return plain(route, options);
      }
    },
    settle(isSame) {
      hasEnded.value = false;
      for (const go of waiting) go(isSame);
      waiting.clear();
    },
  };
};
