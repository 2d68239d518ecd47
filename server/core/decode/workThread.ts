import { type ResourceLimits, Worker } from 'node:worker_threads';

/** Time in which a thread is there to be asked, milliseconds: then the machine has worse to do. */
const startLimit = 20_000;

/** The outcome of a task without a result. */
export interface Undone {
  reason: string;
  error?: unknown;
}

/** A thread that does one task at a time. It is ended with the task that takes too long, and another takes its place. */
export interface WorkThread<Task, Result extends object> {
  /** @param time what the task may take once the thread has it, milliseconds; its start isn't counted */
  run(task: Task, time: number): Promise<Result | Undone>;
  close(): Promise<void>;
}

/** Options of a thread: how it is started, and how its faults are called. */
export interface WorkThreadOptions {
  /** Address of a worker that says `ready`, then answers each task with an object without a `reason`. */
  address: URL;
  /** The worker's name in a reason: "the … worker". */
  name: string;
  /** Said of a task that took too long. */
  late: string;
  /** Memory that it may take; a task that needs more ends it. */
  limits?: ResourceLimits;
  /** Starts it with the server, and not with the first task. */
  isEager?: boolean;
  /** Ends it after so long without a task, milliseconds: what it took of memory goes back. Never, unless it is said. */
  idleTime?: number;
}

interface Started<Result> {
  worker: Worker;
  /** True once it can be asked; false when it failed before. */
  ready: Promise<boolean>;
  /** Gets what comes of the task that it has. */
  answer?: (result: Result | Undone) => void;
}

/** Starts a worker. @param onEnd told when it has ended, by itself or by us */
const startWorker = <Result>(
  { address, name, limits }: WorkThreadOptions,
  onEnd: (ended: Started<Result>) => void,
): Started<Result> => {
  // What reads strangers' bytes knows no secrets of ours.
  const worker = new Worker(address, { env: {}, ...(limits && { resourceLimits: limits }) });
  worker.unref();
  let setReady: (isReady: boolean) => void = () => {};
  const started: Started<Result> = {
    worker,
    ready: new Promise((resolve) => {
      setReady = resolve;
    }),
  };
  const end = (error?: unknown): void => {
    setReady(false);
    onEnd(started);
    started.answer?.({ reason: `the ${name} worker failed`, error });
  };
  worker.on('message', (message: 'ready' | Result) =>
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

export const createWorkThread = <Task, Result extends object>(
  options: WorkThreadOptions,
): WorkThread<Task, Result> => {
  const { name, late, isEager = true, idleTime } = options;
  let isClosed = false;
  let current: Started<Result> | undefined;
  let idle: NodeJS.Timeout | undefined;

  const start = (): Started<Result> =>
    startWorker<Result>(options, (ended) => {
      // It may fail between two tasks: the next begins with a new one.
      if (current === ended) current = undefined;
    });
  const replace = (): void => {
    const old = current;
    current = isClosed ? undefined : start();
    void old?.worker.terminate();
  };

  const end = (): Promise<number> | undefined => {
    const old = current;
    current = undefined;
    return old?.worker.terminate();
  };

  if (isEager) current = start();
  return {
    async run(task, time) {
      clearTimeout(idle);
      if (isClosed) return { reason: `the ${name} worker was closed` };
      const asked = (current ??= start());
      if (!(await within(asked.ready, startLimit, false))) {
        // A worker that can't start isn't tried again until it's wanted.
        void end();
        return { reason: `the ${name} worker did not start` };
      }
      const answered = new Promise<Result | Undone>((resolve) => {
        asked.answer = resolve;
      });
      asked.worker.postMessage(task);
      const result = await within(answered, time, { reason: late });
      delete asked.answer;
      if ('reason' in result) replace();
      if (idleTime !== undefined) idle = setTimeout(end, idleTime).unref();
      return result;
    },
    async close() {
      isClosed = true;
      clearTimeout(idle);
      await end();
    },
  };
};
