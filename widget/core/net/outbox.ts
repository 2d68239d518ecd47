import { type ReadonlySignal, signal } from '@preact/signals';
import { toJson } from './json.ts';
import { CallError } from './client.ts';
import { createPatience } from './backoff.ts';

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

export interface Outbox<Payload> {
  readonly items: ReadonlySignal<readonly Unsent<Payload>[]>;
  /** Keeps and sends; until it is sent or refused it is tried again. `first`: before those that wait. */
  add(id: string, payload: Payload, first?: boolean): void;
  /** Tries now. */
  retry(): void;
  /** Takes back what was not sent: the person edits or drops it. */
  remove(id: string): void;
  dispose(): void;
}

/** Where unsent things survive a reload; null where nothing may be stored or storage throws. */
export interface Shelf {
  read(): string | null;
  write(text: string | null): void;
}

const longestPause = 30_000;

/**
 * Sends one thing after the other, in order, each until it is acknowledged or refused; what waits survives a reload.
 * @param send one try; throws CallError
 * @param onSent told when the server has acknowledged
 * @param isReady false for what cannot be sent before something else was: it waits, and is looked at again with `retry`
 * @param lane what must stay in order has the same lane; another lane does not wait for it when the server put it off
 */
export const createOutbox = <Payload>(
  shelf: Shelf | null,
  send: (id: string, payload: Payload) => Promise<void>,
  onSent: (id: string) => void = () => {},
  lane: (payload: Payload) => string = () => '',
  isReady: (payload: Payload) => boolean = () => true,
): Outbox<Payload> => {
  const restore = (): Unsent<Payload>[] => {
    try {
      const kept = JSON.parse(shelf?.read() ?? '[]') as { id: string; payload: Payload }[];
      return kept.map(({ id, payload }) => ({ id, payload, state: 'waiting' }));
    } catch {
      return [];
    }
  };
  const items = signal<readonly Unsent<Payload>[]>(restore());
  let busy = false;
  let disposed = false;
  const pauses = createPatience(longestPause);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const set = (next: readonly Unsent<Payload>[]): void => {
    // What is still on its way then belongs to a visit that is over: the shelf may be somebody else's by now.
    if (disposed) return;
    items.value = next;
    try {
      shelf?.write(next.length ? toJson(next.map(({ id, payload }) => ({ id, payload }))) : null);
    } catch {
      // A full or forbidden storage: what waits then lives as long as the page.
    }
  };
  const mark = (id: string, state: SendState, error?: CallError): void =>
    set(items.value.map((item) => (item.id === id ? { ...item, state, error } : item)));

  const run = async (): Promise<void> => {
    if (busy || disposed) return;
    busy = true;
    clearTimeout(timer);
    /** Lanes that failed in this round. */
    const held = new Set<string>();
    let wait = 0;
    try {
      for (;;) {
        const next = items.value.find(
          (item) => item.state !== 'refused' && !held.has(lane(item.payload)) && isReady(item.payload),
        );
        if (!next || disposed) break;
        mark(next.id, 'sending');
        try {
          await send(next.id, next.payload);
          pauses.reset();
          set(items.value.filter((item) => item.id !== next.id));
          onSent(next.id);
        } catch (error) {
          const failure = error instanceof CallError ? error : new CallError('broken');
          if (!failure.passes) {
            mark(next.id, 'refused', failure);
            continue;
          }
          wait = Math.max(wait, failure.retryAfter * 1_000);
          const waits = (item: Unsent<Payload>): boolean =>
            item.state !== 'refused' &&
            (failure.code === 'offline' || lane(item.payload) === lane(next.payload));
          for (const item of items.value) {
            if (!waits(item)) continue;
            held.add(lane(item.payload));
            mark(item.id, 'waiting', failure);
          }
        }
      }
      for (const { id, state, payload } of items.value)
        if (state === 'sending' && !isReady(payload)) mark(id, 'waiting');
      if (!held.size || disposed) return;
      timer = setTimeout(run, Math.max(wait, pauses.next()));
    } finally {
      busy = false;
    }
  };

  const retry = (): void => {
    pauses.reset();
    items.value = items.value.map((item) =>
      item.state === 'refused' ? item : { ...item, state: 'sending' },
    );
    void run();
  };
  addEventListener('online', retry);
  if (items.value.length) void run();

  return {
    items,
    add(id, payload, first) {
      const added: Unsent<Payload> = { id, payload, state: 'sending' };
      if (!items.value.some((item) => item.id === id))
        set(first ? [added, ...items.value] : [...items.value, added]);
      void run();
    },
    retry,
    remove: (id) => set(items.value.filter((item) => item.id !== id)),
    dispose() {
      disposed = true;
      clearTimeout(timer);
      removeEventListener('online', retry);
    },
  };
};
