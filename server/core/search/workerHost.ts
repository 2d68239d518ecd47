import { HostGone, type IndexHost } from './indexHost.ts';
import type { SearchDocument, SearchOptions } from './engine/searchTypes.ts';
import { SearchWorkerClient, SearchWorkerGoneError } from './engine/workerClient.ts';
import type { Change } from './engine/workerMessages.ts';
import type { SuggestOptions } from './hits.ts';

/** All indexes of a process together, bytes; beyond it the least recently searched are dropped and built anew when wanted. */
export const memoryBudget = 600 * 1024 * 1024;

/** Longest wait for the worker's answer, milliseconds; then the database's full text answers. */
const longestWait = 400;

/** Longest wait for the bytes of an index, milliseconds: a stop waits for them. */
const longestPersist = 3_000;

/** Processor time after which a search contents itself with what it has, milliseconds. */
export const searchBudget = 25;

/** The engine's options for what a caller asks. */
export const engineOptions = (options: SuggestOptions): SearchOptions => ({
  limit: options.limit ?? 3,
  floor: options.floor ?? 0,
  budgetMilliseconds: searchBudget,
  ...(options.language && { preferredLanguage: options.language }),
  ...(options.kinds && { kinds: options.kinds }),
  ...(options.explain && { explain: true }),
});

/** The changes that make an index hold the documents, and nothing else, of some groups. */
export const replacing = (groups: string[], documents: SearchDocument[]): Change[] => [
  ...groups.map((group) => ({ removeGroup: group })),
  ...documents.map((document) => ({ add: document })),
];

async function* flatten(batches: AsyncIterable<SearchDocument[]>): AsyncGenerator<SearchDocument> {
  for await (const batch of batches) yield* batch;
}

/** The crash itself is told once; who asked meanwhile learns only that nobody is there. */
const asGone = (error: unknown): never => {
  throw error instanceof SearchWorkerGoneError ? new HostGone(error.message, { cause: error }) : error;
};

/**
 * Indexes in a worker thread: the event loop never waits for a search or a build. After a crash the new worker knows no
 * index, says so when it is asked, and is given them again.
 * @param url where the built worker lies
 * @param onError told of every crash, once
 * @param wait longest wait for an answer, milliseconds
 */
export const createWorkerHost = (
  url: URL,
  onError: (error: unknown) => void,
  memoryBudgetBytes: number = memoryBudget,
  wait: number = longestWait,
): IndexHost & { client: SearchWorkerClient } => {
  let tellLost = (): void => {};
  const client = new SearchWorkerClient({ url, memoryBudgetBytes, onError, onRestart: () => tellLost() });
  return {
    client,
    async build(name, documents) {
      await client.build(name, flatten(documents)).catch(asGone);
    },
    async restore(name, bytes) {
      await client.restore(name, bytes).catch(asGone);
    },
    persist: (name) => client.persist(name, { timeoutMilliseconds: longestPersist }).catch(asGone),
    replace: (name, groups, documents) => client.apply(name, replacing(groups, documents)).catch(asGone),
    async search(name, text, options) {
      const results = await client
        .search(name, text, engineOptions(options), {
          timeoutMilliseconds: wait,
          ...(options.signal && { signal: options.signal }),
        })
        .catch(asGone);
      return results;
    },
    onLost(listener) {
      tellLost = listener;
    },
    close: () => client.close(),
  };
};
