import { type ReadonlySignal, signal } from '@preact/signals';
import { type Method, route } from '../../../shared/core/route.ts';
import { createBackoff } from './backoff.ts';
import { asCallError, type Call, type CallError } from './client.ts';
import { toJson } from './json.ts';
import type { SentFile, Uploads } from './uploads.ts';

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

/** Where unsent things survive a reload. */
export interface OutboxStorage {
  read(): string | null;
  write(text: string | null): void;
}

export interface OutboxOptions<Payload> {
  /** Absent where nothing may be stored; may throw. */
  storage?: OutboxStorage;
  /** One try. @throws CallError */
  send(id: string, payload: Payload): Promise<void>;
  /** Called when the server has acknowledged. */
  onSent?(id: string): void;
  /** What must stay in order is in one queue; another queue does not wait for it when the server put it off. */
  queueOf?(payload: Payload): string;
  /** False for what cannot be sent before something else was: it waits, and is looked at again with `retry`. */
  isReady?(payload: Payload): boolean;
}

/** Longest pause between two tries, milliseconds. */
const maxPause = 30_000;

const parse = <Payload>(text: string | null): Unsent<Payload>[] => {
  const stored = JSON.parse(text ?? '[]') as { id: string; payload: Payload }[];
  return stored.map(({ id, payload }) => ({ id, payload, state: 'waiting' }));
};

/** Sends one thing after the other, in order, each until it is acknowledged or refused; what waits survives a reload. */
export const createOutbox = <Payload>(options: OutboxOptions<Payload>): Outbox<Payload> => {
  const { storage, send, onSent, queueOf = () => '', isReady = () => true } = options;
  let stored: Unsent<Payload>[] = [];
  try {
    stored = parse(storage?.read() ?? null);
  } catch {
    // Not ours, or forbidden.
  }
  const items = signal<readonly Unsent<Payload>[]>(stored);
  const backoff = createBackoff(maxPause);
  let busy = false;
  let disposed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const set = (next: readonly Unsent<Payload>[]): void => {
    // What is still on its way then belongs to a visit that is over: the storage may be somebody else's by now.
    if (disposed) return;
    items.value = next;
    try {
      storage?.write(next.length ? toJson(next.map(({ id, payload }) => ({ id, payload }))) : null);
    } catch {
      // A full or forbidden storage: what waits then lives as long as the page.
    }
  };
  const mark = (id: string, state: SendState, error?: CallError): void =>
    set(items.value.map((item) => (item.id === id ? { ...item, state, error } : item)));

  /** Puts off what has to wait with an item that could not be sent. */
  const putOff = (failed: Unsent<Payload>, failure: CallError, waiting: Set<string>): void => {
    const queue = queueOf(failed.payload);
    for (const { id, state, payload } of items.value) {
      if (state === 'refused' || (failure.code !== 'offline' && queueOf(payload) !== queue)) continue;
      waiting.add(queueOf(payload));
      mark(id, 'waiting', failure);
    }
  };
  /** @returns the pause that the server asked for, milliseconds; null when nothing waits */
  const sendAll = async (): Promise<number | null> => {
    /** Queues that failed in this round. */
    const waiting = new Set<string>();
    let pause = 0;
    for (;;) {
      const next = items.value.find(
        ({ state, payload }) => state !== 'refused' && !waiting.has(queueOf(payload)) && isReady(payload),
      );
      if (!next || disposed) break;
      mark(next.id, 'sending');
      try {
        await send(next.id, next.payload);
        backoff.reset();
        set(items.value.filter((item) => item.id !== next.id));
        onSent?.(next.id);
      } catch (error) {
        const failure = asCallError(error);
        if (failure.passes) {
          pause = Math.max(pause, failure.retryAfter * 1_000);
          putOff(next, failure, waiting);
        } else mark(next.id, 'refused', failure);
      }
    }
    for (const { id, state, payload } of items.value)
      if (state === 'sending' && !isReady(payload)) mark(id, 'waiting');
    return waiting.size ? pause : null;
  };
  const run = async (): Promise<void> => {
    if (busy || disposed) return;
    busy = true;
    clearTimeout(timer);
    const pause = await sendAll().finally(() => {
      busy = false;
    });
    if (pause !== null && !disposed) timer = setTimeout(run, Math.max(pause, backoff.next()));
  };
  const retry = (): void => {
    backoff.reset();
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

/** A call of the contract that waits in an outbox, with the files that go before it. */
export interface QueuedCall {
  method: Method;
  path: string;
  parameters: Record<string, string>;
  body: object;
  files?: readonly SentFile[];
}

/**
 * Sends queued calls: first their files, then the call itself.
 * @param onReply takes in what the server answered
 */
export const sendQueuedCall =
  <Reply>(
    call: Call,
    uploads: Pick<Uploads, 'settle' | 'remove'>,
    onReply: (reply: Reply) => void,
  ): OutboxOptions<QueuedCall>['send'] =>
  async (_, { method, path, parameters, body, files = [] }) => {
    await uploads.settle(files.map(({ id }) => id));
    onReply(await call(route<object, Reply>(method, path), { path: parameters, body }));
    for (const { id } of files) uploads.remove(id);
  };
