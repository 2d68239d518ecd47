import type { SearchDocument } from './engine/searchTypes.ts';
import type { Hit } from './hits.ts';

/** The health of an outside endpoint since the start. */
export interface RerankingState {
  answeredAt: number | null;
  failedAt: number | null;
  /** Why it last failed; holds nothing of a person. */
  lastError: string | null;
  isResting: boolean;
}

/** Orders what the words found by what they mean. Never finds, never hides, never fails. */
export interface Reranking {
  /** Hits that are put in order; those below keep their place. */
  readonly depth: number;
  /** Makes vectors of documents that have none yet, in the background. */
  prepare(siteId: string, documents: AsyncIterable<SearchDocument[]> | Iterable<SearchDocument[]>): void;
  /** Follows a change: forgets the vectors of documents that the groups no longer have, makes those of new ones. */
  replace(siteId: string, groups: string[], documents: SearchDocument[]): void;
  /** The meaning of a typed text, or null when it does not come in time. */
  begin(text: string): Promise<Float32Array | null>;
  finish(siteId: string, hits: Hit[], meaning: Promise<Float32Array | null>): Promise<Hit[]>;
  state(): RerankingState;
  /** Resolves when nothing is being prepared. */
  settled(): Promise<void>;
  /** Gives up what is under way. */
  close(): Promise<void>;
}
