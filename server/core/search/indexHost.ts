import type { SearchDocument } from './engine/searchTypes.ts';
import type { Hit, SuggestOptions } from './hits.ts';

/** Where an index lives: in this thread, or behind a worker. An index may vanish at any time (memory, a crash). */
export interface IndexHost {
  build(name: string, documents: AsyncIterable<SearchDocument[]>): Promise<void>;
  /** Builds an index from what `persist` gave. @throws where the bytes are damaged or of another format */
  restore(name: string, bytes: Uint8Array): Promise<void>;
  /** An index as bytes to keep; null when there is no such index. */
  persist(name: string): Promise<Uint8Array | null>;
  /** Replaces everything of the groups by the documents; false when there is no such index. */
  replace(name: string, groups: string[], documents: SearchDocument[]): Promise<boolean>;
  /** Null when there is no such index. */
  search(name: string, text: string, options: SuggestOptions): Promise<Hit[] | null>;
  /** Calls back when all indexes are gone at once and can be built again: a crashed worker was replaced. */
  onLost?(listener: () => void): void;
  close(): Promise<void>;
}

/** The host is not there right now; it has told of its end itself. */
export class HostGone extends Error {
  override readonly name = 'HostGone';
}
