import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { Fields as FieldsOf } from './Fields.tsx';

/** The rest of the form for a comment, loaded when somebody begins to write. */
export const useFields = () => {
  const fields = useSignal<{ Fields: typeof FieldsOf } | null>(null);
  const isCut = useSignal(false);
  return {
    Fields: fields.value?.Fields as FunctionComponent<Parameters<typeof FieldsOf>[0]> | undefined,
    /** Whether they could not be loaded. */
    isCut: isCut.value,
    async load(): Promise<void> {
      try {
        fields.value ??= await import('./Fields.tsx');
        isCut.value = false;
      } catch {
        isCut.value = true;
      }
    },
  };
};
