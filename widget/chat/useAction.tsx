import type { Signal } from '@preact/signals';
import { CallError } from '../core/net/client.ts';
import { failureText, fieldText } from '../core/text/failureText.ts';
import type { Texts } from '../core/text/i18n.ts';
import { inText } from '../core/text/times.ts';
import { useLocalSignal } from '../core/ui/hooks.ts';
import { Notice } from '../core/ui/parts.tsx';
import type { Say } from './words.ts';

/** Something that a visitor does at once, and that is not kept and tried again: where it stands. */
export interface Action {
  busy: Signal<boolean>;
  /** Why it did not work. */
  problem: Signal<CallError | null>;
  /** Does it, unless it is being done. @returns true when it worked */
  run(work: () => Promise<unknown>): Promise<boolean>;
}

export const useAction = (): Action => {
  const busy = useLocalSignal(false);
  const problem = useLocalSignal<CallError | null>(null);
  return {
    busy,
    problem,
    async run(work) {
      if (busy.value) return false;
      busy.value = true;
      problem.value = null;
      try {
        await work();
        return true;
      } catch (error) {
        problem.value = error instanceof CallError ? error : new CallError('broken');
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
};

/** Says in words why it did not work, and when it would. */
export const Problem = ({ texts, say, action }: { texts: Texts; say: Say; action: Action }) => {
  const error = action.problem.value;
  if (!error) return null;
  const [field] = Object.values(error.fields);
  return (
    <Notice bad>
      {error.code === 'limited'
        ? say('tooOften', { when: inText(texts, error.retryAfter || 60) })
        : field
          ? fieldText(texts, field)
          : failureText(texts, error)}
    </Notice>
  );
};
