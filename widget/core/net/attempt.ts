import { type Signal, signal } from '@preact/signals';
import { asCallError, type CallError } from './client.ts';

/** Awaits a call. A failure becomes the problem on screen. @returns null when it failed */
export type Attempt = <Value>(work: Promise<Value>) => Promise<Value | null>;

/** Runs calls for a page whose last problem is shown in one place: never swallowed, gone with the next success. */
export const createAttempts = (): { problem: Signal<CallError | null>; attempt: Attempt } => {
  const problem = signal<CallError | null>(null);
  return {
    problem,
    async attempt(work) {
      try {
        const value = await work;
        problem.value = null;
        return value;
      } catch (error) {
        problem.value = asCallError(error);
        return null;
      }
    },
  };
};
