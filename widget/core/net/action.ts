import { type Signal, signal } from '@preact/signals';
import { asCallError, type CallError } from './client.ts';

/** Something that a visitor does at once, and that is not kept and tried again: where it stands. */
export interface Action {
  busy: Signal<boolean>;
  /** Why it did not work; null again with the next try. */
  problem: Signal<CallError | null>;
  /** Does it. Never throws. @returns true when it worked */
  run(work: () => Promise<unknown>): Promise<boolean>;
}

export const createAction = (): Action => {
  const busy = signal(false);
  const problem = signal<CallError | null>(null);
  return {
    busy,
    problem,
    async run(work) {
      busy.value = true;
      problem.value = null;
      try {
        await work();
        return true;
      } catch (error) {
        problem.value = asCallError(error);
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
};
