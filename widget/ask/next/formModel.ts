import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FieldCode } from '../../../shared/core/errors.ts';
import type { CallError } from '../../core/net/client.ts';
import { checkFields, emptyFields, type FieldName, fieldOrder, type Fields, splitText } from './fields.ts';

/** The form as it is filled in, and what was wrong with it. */
export interface FormModel {
  fields: Signal<Fields>;
  errors: ReadonlySignal<Partial<Record<FieldName, FieldCode>>>;
  /** Why the whole was refused. */
  refusal: ReadonlySignal<CallError | null>;
  set(field: FieldName, value: string): void;
  /** Empties it for another question of the same person. */
  clear(): void;
  /** Puts in what was typed elsewhere, without touching what was written into other fields. */
  fill(text: string): void;
  /** Shows why it was refused. */
  refuse(error: CallError | undefined): void;
  /** @returns the first field that needs another look, or null */
  check(): FieldName | null;
}

export const createFormModel = (given: Pick<Fields, 'name' | 'email'>): FormModel => {
  const fields = signal<Fields>({ ...emptyFields, ...given });
  const errors = signal<FormModel['errors']['value']>({});
  const refusal = signal<CallError | null>(null);
  return {
    fields,
    errors,
    refusal,
    set(field, value) {
      fields.value = { ...fields.value, [field]: value };
      if (errors.value[field]) errors.value = { ...errors.value, [field]: undefined };
    },
    clear() {
      const { name, email } = fields.value;
      fields.value = { ...emptyFields, name, email };
    },
    fill(text) {
      const { title, details } = splitText(text);
      fields.value = { ...fields.value, title, details: details || fields.value.details };
      errors.value = {};
      refusal.value = null;
    },
    refuse(error) {
      errors.value = (error?.fields ?? {}) as FormModel['errors']['value'];
      refusal.value = error ?? null;
    },
    check() {
      refusal.value = null;
      errors.value = checkFields(fields.value);
      return fieldOrder.find((name) => errors.value[name]) ?? null;
    },
  };
};
