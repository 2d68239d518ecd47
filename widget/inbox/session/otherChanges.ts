import { type ReadonlySignal, signal } from '@preact/signals';
import type { LiveListener } from '../../core/net/live.ts';
import type { ContactChange } from '../../core/staff/context.ts';
import { contactChangeOf } from './contactChanges.ts';

interface OtherChanges extends LiveListener {
  /** Counts events that are none of the inbox's own: pages of features read anew with them. */
  count: ReadonlySignal<number>;
  /** The last change of a person: in their conversations, or in what the team keeps of them. */
  contact: ReadonlySignal<ContactChange>;
}

/** Tells pages of features what changed. */
export const createOtherChanges = (): OtherChanges => {
  const count = signal(0);
  const contact = signal<ContactChange>({ visitor: null, email: null });
  return {
    count,
    contact,
    onEvent(event) {
      if (!/^(?:message\.(?:added|changed)|conversation\.changed|inbox\.changed)$/.test(event.kind))
        count.value++;
      const change = contactChangeOf(event);
      if (change) contact.value = change;
    },
    onReset() {
      count.value++;
      contact.value = { visitor: null, email: null };
    },
  };
};
