import { Worker } from 'node:worker_threads';
import type { SearchDocument, SearchOptions, SearchResult } from './searchTypes.ts';
import type {
  Change,
  FromWorker,
  Replies,
  Request,
  Statistics,
  ToWorker,
  WorkerSettings,
} from './workerMessages.ts';

/** Milliseconds after which a restart that failed is tried again; doubled each time up to the longest. */
const firstRestartDelay = 100;
const longestRestartDelay = 10_000;
/** Documents sent at once: a few milliseconds of copying here and of reading there. */
const batchSize = 50;

export interface SearchWorkerOptions extends WorkerSettings {
  /** Where the built worker lies. */
  url: URL;
  /** Told of every crash and of every failure that no caller waits for. */
  onError: (error: Error) => void;
  /** Told when a crashed worker has been replaced by an empty one: every index must be built again. */
  onRestart?: () => void;
}

export interface CallOptions {
  signal?: AbortSignal;
  timeoutMilliseconds?: number;
}

/** The worker did not answer in time; it may still be busy with the request. */
export class SearchTimeoutError extends Error {
  override name = 'SearchTimeoutError';
}

/** The worker died before it answered, or was closed. */
export class SearchWorkerGoneError extends Error {
  override name = 'SearchWorkerGoneError';
}

interface Waiting {
  resolve: (reply: Replies[keyof Replies]) => void;
  reject: (error: unknown) => void;
  settle: () => void;
}

/** The main thread's side of the search worker: typed calls with time-outs, cancelled by an AbortSignal. */
export class SearchWorkerClient {
  private worker: Worker | undefined;
  private nextNumber = 1;
  private readonly waiting = new Map<number, Waiting>();
  private restartDelay = firstRestartDelay;
  private restartTimer: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly options: SearchWorkerOptions;

  constructor(options: SearchWorkerOptions) {
    this.options = options;
    this.start();
  }

  /**
   * Builds the index of a key. Documents are sent in small batches, so that neither this thread nor a search in
   * the worker waits for them. An older index of that key answers until the new one is ready; changes applied
   * meanwhile reach both.
   *
   * @returns how many documents can be found
   * @throws {Error} when another build of that key began meanwhile
   */
  async build(
    key: string,
    documents: Iterable<SearchDocument> | AsyncIterable<SearchDocument>,
    options: CallOptions = {},
  ): Promise<number> {
    const worker = this.worker;
    await this.call({ type: 'begin', key }, options);
    try {
      let batch: SearchDocument[] = [];
      for await (const document of documents) {
        if (batch.push(document) < batchSize) continue;
        await this.feed(key, batch, options);
        batch = [];
      }
      await this.feed(key, batch, options);
      return (await this.call({ type: 'finish', key }, options)).documents;
    } catch (error) {
      // After a crash the new worker knows nothing of this build.
      if (worker && worker === this.worker)
        this.post(worker, { number: 0, request: { type: 'abandon', key } });
      throw error;
    }
  }

  /**
   * Builds the index of a key from persisted bytes, which are handed over and empty here afterwards.
   *
   * @throws {Error} when the bytes are damaged or of another version: build from documents then
   */
  async restore(key: string, bytes: Uint8Array, options: CallOptions = {}): Promise<number> {
    return (await this.call({ type: 'restore', key, bytes }, options)).documents;
  }

  /** Adds, changes and removes documents in order; false when the key must be built first. */
  async apply(key: string, changes: Change[], options: CallOptions = {}): Promise<boolean> {
    return (await this.call({ type: 'apply', key, changes }, options)).known;
  }

  /** The best answers, or null when the key has no index here (never built, building, or dropped for memory). */
  async search(
    key: string,
    text: string,
    search: SearchOptions = {},
    options: CallOptions = {},
  ): Promise<SearchResult[] | null> {
    return (await this.call({ type: 'search', key, text, options: search }, options)).results;
  }

  /** The index as bytes to keep, or null when the key has none. */
  async persist(key: string, options: CallOptions = {}): Promise<Uint8Array | null> {
    return (await this.call({ type: 'persist', key }, options)).bytes;
  }

  /** Forgets an index; false when there was none. */
  async drop(key: string, options: CallOptions = {}): Promise<boolean> {
    return (await this.call({ type: 'drop', key }, options)).known;
  }

  async statistics(options: CallOptions = {}): Promise<Statistics> {
    return this.call({ type: 'statistics' }, options);
  }

  /** Ends the worker; calls still waiting are rejected. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.restartTimer);
    const worker = this.worker;
    this.worker = undefined;
    this.rejectAll('the search worker was closed');
    await worker?.terminate();
  }

  private async feed(key: string, documents: SearchDocument[], options: CallOptions): Promise<void> {
    const { known } = await this.call({ type: 'feed', key, documents }, options);
    if (!known) throw new Error('search index: the build was replaced by a newer one');
  }

  private call<Type extends Request['type']>(
    request: Extract<Request, { type: Type }>,
    { signal, timeoutMilliseconds }: CallOptions,
  ): Promise<Replies[Type]> {
    const worker = this.worker;
    if (!worker) return Promise.reject(new SearchWorkerGoneError('the search worker is not running'));
    if (signal?.aborted) return Promise.reject(signal.reason);
    const number = this.nextNumber++;
    return new Promise<Replies[Type]>((resolve, reject) => {
      const giveUp = (reason: unknown) => {
        this.waiting.get(number)?.settle();
        this.post(worker, { cancel: number });
        reject(reason);
      };
      const abort = () => giveUp(signal?.reason);
      const timer =
        timeoutMilliseconds === undefined
          ? undefined
          : setTimeout(
              () =>
                giveUp(new SearchTimeoutError(`no answer to "${request.type}" in ${timeoutMilliseconds} ms`)),
              timeoutMilliseconds,
            );
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        this.waiting.delete(number);
        if (this.waiting.size === 0) worker.unref();
      };
      signal?.addEventListener('abort', abort);
      // Only a call in flight keeps the process alive.
      worker.ref();
      this.waiting.set(number, { resolve: resolve as Waiting['resolve'], reject, settle });
      try {
        this.post(worker, { number, request });
      } catch (error) {
        settle();
        reject(error);
      }
    });
  }

  private post(worker: Worker, message: ToWorker): void {
    const bytes =
      'request' in message && message.request.type === 'restore' ? message.request.bytes : undefined;
    // Bytes that own their buffer are handed over; a view into a larger buffer is copied.
    const owned = bytes !== undefined && bytes.byteLength === bytes.buffer.byteLength;
    worker.postMessage(message, owned ? [bytes.buffer as ArrayBuffer] : []);
  }

  private start(): void {
    const { memoryBudgetBytes } = this.options;
    const worker = new Worker(this.options.url, {
      workerData: { memoryBudgetBytes } satisfies WorkerSettings,
    });
    this.worker = worker;
    let failure: Error | undefined;
    worker.on('message', (message: FromWorker) => {
      this.restartDelay = firstRestartDelay;
      this.receive(message);
    });
    worker.on('messageerror', (error) => this.options.onError(error));
    worker.on('error', (error) => {
      failure = error instanceof Error ? error : new Error(String(error));
    });
    worker.on('exit', (code) =>
      this.exited(worker, failure ?? new Error(`the search worker ended with code ${code}`)),
    );
    worker.unref();
  }

  private exited(worker: Worker, failure: Error): void {
    if (this.closed || this.worker !== worker) return;
    this.worker = undefined;
    this.options.onError(failure);
    this.rejectAll(`the search worker crashed: ${failure.message}`);
    this.restartTimer = setTimeout(() => {
      this.start();
      this.options.onRestart?.();
    }, this.restartDelay);
    this.restartTimer.unref();
    this.restartDelay = Math.min(longestRestartDelay, this.restartDelay * 2);
  }

  private receive(message: FromWorker): void {
    const waiting = this.waiting.get(message.number);
    if (!waiting) {
      // The caller has gone: a late reply is nothing, a late failure must still be seen.
      if (message.number > 0 && 'error' in message && !message.cancelled)
        this.options.onError(new Error(message.error));
      return;
    }
    waiting.settle();
    if ('error' in message) waiting.reject(new Error(message.error));
    else waiting.resolve(message.reply);
  }

  private rejectAll(reason: string): void {
    for (const waiting of [...this.waiting.values()]) {
      waiting.settle();
      waiting.reject(new SearchWorkerGoneError(reason));
    }
  }
}
