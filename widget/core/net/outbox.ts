import type { ReadonlySignal } from '@preact/signals';
import { type Method, route } from '../../../shared/core/route.ts';
import { after } from './after.ts';
import { createBackoff } from './backoff.ts';
import { asCallError, type Call, type CallError } from './client.ts';
import { createUnsentItems, type OutboxStorage, type Unsent, type UnsentItems } from './unsent.ts';
import type { SentFile, Uploads } from './uploads.ts';

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

export interface OutboxOptions<Payload> {
  /** Absent where nothing may be stored; may throw. */
  storage?: OutboxStorage;
  /** One try. @throws CallError */
  send(id: string, payload: Payload): Promise<void>;
  /** Called when the server has acknowledged. */
  onSent?(id: string): void;
  /**
   * The queue of a payload: its order is kept within; another queue does not wait for it when the server put it off.
   */
  queueOf?(payload: Payload): string;
  /** False for what cannot be sent before something else was: it waits, and is looked at again with `retry`. */
  isReady?(payload: Payload): boolean;
}

/** Longest pause between two tries, milliseconds. */
const maxPause = 30_000;

/** One round: sends what is ready, in order, past queues that have to wait. */
const createRound = <Payload>(
  { all, set, mark, isDisposed }: UnsentItems<Payload>,
  { send, onSent, queueOf = () => '', isReady = () => true }: OutboxOptions<Payload>,
) => {
  /** Puts off what has to wait with an item that could not be sent. */
  const putOff = (failed: Unsent<Payload>, failure: CallError, waiting: Set<string>): void => {
    const queue = queueOf(failed.payload);
    for (const { id, state, payload } of all.value) {
      if (state === 'refused' || (failure.code !== 'offline' && queueOf(payload) !== queue)) continue;
      waiting.add(queueOf(payload));
      mark(id, 'waiting', failure);
    }
  };
  /**
   * @param onSuccess called for each item that got through
   * @returns the pause that the server asked for, milliseconds; null when nothing waits
   */
  return async (onSuccess: () => void): Promise<number | null> => {
    /** Queues that failed in this round. */
    const waiting = new Set<string>();
    let pause = 0;
    for (;;) {
      const next = all.value.find(
        ({ state, payload }) => state !== 'refused' && !waiting.has(queueOf(payload)) && isReady(payload),
      );
      if (!next || isDisposed()) break;
      mark(next.id, 'sending');
      try {
        await send(next.id, next.payload);
        onSuccess();
        set(all.value.filter((item) => item.id !== next.id));
        onSent?.(next.id);
      } catch (error) {
        const failure = asCallError(error);
        if (failure.passes) {
          pause = Math.max(pause, failure.retryAfter * 1_000);
          putOff(next, failure, waiting);
        } else mark(next.id, 'refused', failure);
      }
    }
    for (const { id, state, payload } of all.value)
      if (state === 'sending' && !isReady(payload)) mark(id, 'waiting');
    return waiting.size ? pause : null;
  };
};

/** Sends one thing after the other, in order, each until it is acknowledged or refused; what waits survives a reload. */
export const createOutbox = <Payload>(options: OutboxOptions<Payload>): Outbox<Payload> => {
  const unsent = createUnsentItems<Payload>(options.storage);
  const items = unsent.all;
  const sendAll = createRound(unsent, options);
  const backoff = createBackoff(maxPause);
  let busy = false;
  let cancelRetry = (): void => {};

  const run = async (): Promise<void> => {
    if (busy || unsent.isDisposed()) return;
    busy = true;
    cancelRetry();
    const pause = await sendAll(backoff.reset).finally(() => {
      busy = false;
    });
    if (pause !== null && !unsent.isDisposed())
      cancelRetry = after(Math.max(pause, backoff.next()), () => void run());
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
        unsent.set(first ? [added, ...items.value] : [...items.value, added]);
      void run();
    },
    retry,
    remove: (id) => unsent.set(items.value.filter((item) => item.id !== id)),
    dispose() {
      unsent.dispose();
      cancelRetry();
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
    const send = (more?: object): Promise<Reply> =>
      call(route<object, Reply>(method, path), { path: parameters, body: { ...body, ...more } });
    onReply(
      await send().catch(async (error: CallError) => {
        if (error.code !== 'challenge') throw error;
        return send({ solution: await (await import('./challenge.ts')).solveNew(call) });
      }),
    );
    for (const { id } of files) uploads.remove(id);
  };
