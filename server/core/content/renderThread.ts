import { Worker } from 'node:worker_threads';
import type { RichNode } from '../../../shared/core/richText.ts';

/** Time in which a thread is there to be asked, milliseconds: then the machine has worse to do. */
const startLimit = 20_000;

export type ThreadResult = { rich: RichNode[] } | { reason: string; error?: unknown };

/** A thread that renders one text at a time. It is ended with the text that takes too long, and another takes its place. */
export interface RenderThread {
  /** @param time what the text may take once the thread has it, milliseconds; its start isn't counted */
  render(source: string, time: number): Promise<ThreadResult>;
  close(): Promise<void>;
}

interface Started {
  worker: Worker;
  /** True once it can be asked; false when it failed before. */
  ready: Promise<boolean>;
  /** Gets what comes of the text that it has. */
  answer?: (result: ThreadResult) => void;
}

/** Starts a worker. @param onEnd told when it has ended, by itself or by us */
const startWorker = (address: URL, onEnd: (ended: Started) => void): Started => {
  const worker = new Worker(address);
  worker.unref();
  let setReady: (isReady: boolean) => void = () => {};
  const started: Started = {
    worker,
    ready: new Promise((resolve) => {
      setReady = resolve;
    }),
  };
  const end = (error?: unknown): void => {
    setReady(false);
    onEnd(started);
    started.answer?.({ reason: 'the Markdown worker failed', error });
  };
  worker.on('message', (message: 'ready' | { rich: RichNode[] }) =>
    message === 'ready' ? setReady(true) : started.answer?.(message),
  );
  worker.on('error', end).on('exit', () => end());
  return started;
};

/** A promise, or what stands for it when the time is over first. The time keeps the process alive, as a wait must. */
const within = <Value>(work: Promise<Value>, time: number, late: Value): Promise<Value> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, time, late);
    void work.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });

/** @param address a worker that says `ready`, then answers each text with `{ rich }` */
export const createRenderThread = (address: URL): RenderThread => {
  let isClosed = false;
  let current: Started | undefined;

  const start = (): Started =>
    startWorker(address, (ended) => {
      // It may fail between two texts: the next begins with a new one.
      if (current === ended) current = undefined;
    });
  const replace = (): void => {
    const old = current;
    current = isClosed ? undefined : start();
    void old?.worker.terminate();
  };

  current = start();
  return {
    async render(source, time) {
      if (isClosed) return { reason: 'the renderer was closed' };
      const asked = (current ??= start());
      if (!(await within(asked.ready, startLimit, false))) {
        // A worker that can't start isn't tried again until it's wanted.
        const old = current;
        current = undefined;
        void old?.worker.terminate();
        return { reason: 'the Markdown worker did not start' };
      }
      const answered = new Promise<ThreadResult>((resolve) => {
        asked.answer = resolve;
      });
      asked.worker.postMessage(source);
      const result = await within(answered, time, { reason: 'a text took too long to render' });
      delete asked.answer;
      if (!('rich' in result)) replace();
      return result;
    },
    async close() {
      isClosed = true;
      await current?.worker.terminate();
    },
  };
};
