import { signal } from '@preact/signals';
import { getQuestion } from '../../shared/ask/routes.ts';
import type { PublicQuestion } from '../../shared/ask/schema.ts';
import { asCallError, type Call, type CallError } from '../core/net/client.ts';

/** The answer that is open: itself, null while it loads, or why it could not be read. */
export const createAnswerReader = (call: Call) => {
  const opened = signal<PublicQuestion | CallError | null>(null);
  let id = '';
  let abort = new AbortController();
  return {
    opened,
    /** The id of the question that was opened last. */
    id: () => id,
    /** Opens another; what was still being read of the last one is left. */
    choose(question: string): void {
      abort.abort();
      abort = new AbortController();
      id = question;
      opened.value = null;
    },
    /** Reads the one that is open. */
    async read(): Promise<void> {
      const { signal } = abort;
      try {
        const found = await call(getQuestion, { path: { question: id }, signal });
        if (!signal.aborted) opened.value = found;
      } catch (error) {
        if (!signal.aborted) opened.value = asCallError(error);
      }
    },
    dispose(): void {
      abort.abort();
    },
  };
};
