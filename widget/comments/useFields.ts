import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { Fields as FieldsOf } from './Fields.tsx';
import type { Comments } from './model.ts';
import type { Draft } from './writing.ts';

/** The rest of the form for a comment, loaded when somebody begins to write. */
export const useFields = () => {
  const fields = useSignal<{ Fields: typeof FieldsOf } | null>(null);
  const isCut = useSignal(false);
  return {
    Fields: fields.value?.Fields as FunctionComponent<Parameters<typeof FieldsOf>[0]> | undefined,
    /** Whether they could not be loaded. */
    isCut: isCut.value,
    /** Sends what was written. */
    send: (comments: Comments, draft: Draft, working: () => void) =>
      comments.send(draft, async () => (await import('./formEntry.ts')).send(comments, draft, working)),
    async load(): Promise<void> {
      try {
        fields.value ??= await import('./formEntry.ts');
        isCut.value = false;
      } catch {
        isCut.value = true;
      }
    },
  };
};
