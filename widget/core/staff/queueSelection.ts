import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';

/** The queue's selection: the items that keys and buttons act on. */
export interface QueueSelection {
  picked: ReadonlySignal<ReadonlySet<string>>;
  /** The one that keys are for when nothing is picked. */
  current: Signal<string | null>;
  /** The items that keys act on. */
  targets: ReadonlySignal<string[]>;
  pick(id: string): void;
  pickAll(): void;
  move(by: 1 | -1): void;
}

/** @param rows the items that are shown */
export const createQueueSelection = (rows: ReadonlySignal<readonly { id: string }[] | null>) => {
  const picked = signal<ReadonlySet<string>>(new Set());
  const current = signal<string | null>(null);
  const shownIds = (): string[] => (rows.value ?? []).map(({ id }) => id);
  const dropUnshown = (): string[] => {
    const ids = shownIds();
    const shown = new Set(ids);
    picked.value = new Set([...picked.value].filter((id) => shown.has(id)));
    return ids;
  };
  const own: QueueSelection = {
    picked,
    current,
    targets: computed(() =>
      picked.value.size > 0 ? [...picked.value] : current.value === null ? [] : [current.value],
    ),
    pick(id) {
      const now = new Set(picked.value);
      if (!now.delete(id)) now.add(id);
      picked.value = now;
    },
    pickAll() {
      const ids = shownIds();
      picked.value = picked.value.size === ids.length ? new Set() : new Set(ids);
    },
    move(by) {
      const ids = shownIds();
      const at = ids.indexOf(current.value ?? '');
      current.value = ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
    },
  };
  return {
    own,
    clear(): void {
      picked.value = new Set();
      current.value = null;
    },
    /** Other rows were read: what is among them stays selected. */
    keepShown(): void {
      const ids = dropUnshown();
      if (current.value === null || !ids.includes(current.value)) current.value = ids[0] ?? null;
    },
    /** Rows are gone: what took their place is under the keys. @param at where the first of them stood */
    moveOn(at: number): void {
      const ids = dropUnshown();
      current.value = ids[Math.min(at, ids.length - 1)] ?? null;
    },
  };
};
