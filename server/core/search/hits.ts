import type { Explanation } from './engine/searchTypes.ts';

export interface SuggestOptions {
  /** Only documents of these kinds; absent: of all. */
  kinds?: readonly string[];
  /** The reader's language: a prior, not a filter. */
  language?: string | undefined;
  limit?: number;
  /** Least confidence, 0..1. */
  floor?: number;
  /** Adds to every hit why it was found. */
  explain?: boolean;
  signal?: AbortSignal;
}

export interface Hit {
  /** The answer's group: the question's id. */
  group: string;
  /** The phrasing that matched. */
  id: string;
  /** 0..1 */
  confidence: number;
  /** Ranges in the matched phrasing's title, UTF-16 code units. */
  matches: { start: number; end: number }[];
  /** True when the owner put it first for this text. */
  pinned?: boolean;
  explanation?: Explanation;
}
