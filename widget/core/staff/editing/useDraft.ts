import { type Signal, useSignal } from '@preact/signals';
import { withoutField } from '../withoutField.ts';
import { CallError } from '../../net/client.ts';

/** Something that is edited against a revision: kept as it was written whatever the server says. */
export interface Editing<Draft> {
  draft: Signal<Draft>;
  isDirty: boolean;
  busy: Signal<boolean>;
  /** The failure of the last try: the code, and the fields. */
  failure: Signal<CallError | null>;
  saved: Signal<boolean>;
  set(change: Partial<Draft>): void;
  discard(): void;
  /** @param work sends it; what it throws is shown, and nothing is lost */
  save(work: () => Promise<unknown>): Promise<boolean>;
}

export const useDraft = <Draft extends object>(stored: Draft): Editing<Draft> => {
  const draft = useSignal(stored);
  const busy = useSignal(false);
  const failure = useSignal<CallError | null>(null);
  const saved = useSignal(false);
  return {
    draft,
    isDirty: JSON.stringify(draft.value) !== JSON.stringify(stored),
    busy,
    failure,
    saved,
    set(change) {
      draft.value = { ...draft.value, ...change };
      for (const key of Object.keys(change)) failure.value = withoutField(failure.value, `draft.${key}`);
      saved.value = false;
    },
    discard() {
      draft.value = stored;
      failure.value = null;
    },
    async save(work) {
      busy.value = true;
      failure.value = null;
      try {
        await work();
        saved.value = true;
        return true;
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
        failure.value = error;
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
};
