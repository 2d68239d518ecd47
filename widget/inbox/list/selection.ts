import { type ReadonlySignal, signal } from '@preact/signals';
import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';

/** Conversations that can be changed at once; the server's own limit. */
const maxPicked = 100;

/** The list's selection: the conversations that an action is for. */
export const createSelection = (rows: ReadonlySignal<readonly InboxConversation[] | null>) => {
  const picked = signal<ReadonlySet<string>>(new Set());
  return {
    picked: picked as ReadonlySignal<ReadonlySet<string>>,
    pick(id: string, on = !picked.value.has(id)): void {
      const now = new Set(picked.value);
      // No more than one action takes.
      if (on && now.size >= maxPicked) return;
      if (on) now.add(id);
      else now.delete(id);
      picked.value = now;
    },
    pickAll(): void {
      picked.value = new Set(rows.value?.slice(0, maxPicked).map((row) => row.id));
    },
    pickNone(): void {
      picked.value = new Set();
    },
  };
};
