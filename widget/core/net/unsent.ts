import { type Signal, signal } from '@preact/signals';
import type { CallError } from './client.ts';
import { toJson } from './json.ts';

/** `sending`: on its way. `waiting`: not sent yet, we keep trying. `refused`: it was understood and not taken. */
export type SendState = 'sending' | 'waiting' | 'refused';

/** Something a person wrote that the server has not acknowledged. */
export interface Unsent<Payload> {
  /** Client-made: the same on every try, so that a try whose answer was lost is not a second message. */
  id: string;
  payload: Payload;
  state: SendState;
  error?: CallError | undefined;
}

/** Where unsent things survive a reload. */
export interface OutboxStorage {
  read(): string | null;
  write(text: string | null): void;
}

/** Items that are not acknowledged yet, kept through reloads. */
export interface UnsentItems<Payload> {
  all: Signal<readonly Unsent<Payload>[]>;
  set(next: readonly Unsent<Payload>[]): void;
  mark(id: string, state: SendState, error?: CallError): void;
  /** Stores nothing from here on: the storage may be somebody else's by now. */
  dispose(): void;
  isDisposed(): boolean;
}

const readStored = <Payload>(storage: OutboxStorage | undefined): Unsent<Payload>[] => {
  try {
    const stored = JSON.parse(storage?.read() ?? '[]') as { id: string; payload: Payload }[];
    return stored.map(({ id, payload }) => ({ id, payload, state: 'waiting' }));
  } catch {
    // Not ours, or forbidden.
    return [];
  }
};

export const createUnsentItems = <Payload>(storage: OutboxStorage | undefined): UnsentItems<Payload> => {
  const all = signal<readonly Unsent<Payload>[]>(readStored(storage));
  let disposed = false;
  const set = (next: readonly Unsent<Payload>[]): void => {
    // What is still on its way then belongs to a visit that is over.
    if (disposed) return;
    all.value = next;
    try {
      storage?.write(next.length ? toJson(next.map(({ id, payload }) => ({ id, payload }))) : null);
    } catch {
      // A full or forbidden storage: what waits then lives as long as the page.
    }
  };
  return {
    all,
    set,
    mark: (id, state, error) =>
      set(all.value.map((item) => (item.id === id ? { ...item, state, error } : item))),
    dispose() {
      disposed = true;
    },
    isDisposed: () => disposed,
  };
};
