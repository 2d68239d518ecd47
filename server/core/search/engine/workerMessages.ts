import type { SearchDocument, SearchOptions, SearchResult } from './searchTypes.ts';

/** One change of an index, in the order of the event log. */
export type Change = { add: SearchDocument } | { remove: string } | { removeGroup: string };

/** Requests of the main thread; each gets exactly one reply of the same number. */
export type Request =
  | { type: 'begin'; key: string }
  | { type: 'feed'; key: string; documents: SearchDocument[] }
  | { type: 'finish'; key: string }
  | { type: 'abandon'; key: string }
  | { type: 'restore'; key: string; bytes: Uint8Array }
  | { type: 'apply'; key: string; changes: Change[] }
  | { type: 'search'; key: string; text: string; options: SearchOptions }
  | { type: 'persist'; key: string }
  | { type: 'drop'; key: string }
  | { type: 'statistics' };

export interface Statistics {
  indexes: { key: string; documents: number; memoryBytes: number }[];
  memoryBytes: number;
}

/** Nothing to tell but that it was done. */
export type Done = Record<never, never>;

export interface Replies {
  begin: Done;
  /** False when that build was abandoned or replaced. */
  feed: { known: boolean };
  finish: { documents: number };
  abandon: Done;
  restore: { documents: number };
  /** False when there is no such index: it was never built here, or was dropped for memory. */
  apply: { known: boolean };
  search: { results: SearchResult[] | null };
  persist: { bytes: Uint8Array | null };
  drop: { known: boolean };
  statistics: Statistics;
}

export type ToWorker = { number: number; request: Request } | { cancel: number };

export type FromWorker =
  | { number: number; reply: Replies[keyof Replies] }
  | { number: number; error: string; cancelled?: boolean };

export interface WorkerSettings {
  /** Bytes above which the least recently searched indexes are dropped. */
  memoryBudgetBytes: number;
}
