import type { Explanation } from './engine/searchTypes.ts';

export interface SuggestOptions {
  /** Only documents of these kinds; absent: of all. */
  kinds?: readonly string[];
  /** The reader's language: a prior, not a filter. */
  language?: string | undefined;
  limit?: number;
  /** Least confidence of a finished text, 0..1; unfinished and misspelt ones have a lower one. */
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
  /** Probability that it answers, 0..1. */
  confidence: number;
  /** The highest floor at which it is still shown. */
  shownUpTo: number;
  /** The part of the body that matched best, code units of what its source gave. */
  passage?: { start: number; end: number };
  /** The spelling under which it was found, where that is not the typed one. */
  readAs?: string;
  /** Ranges in the matched phrasing's title, UTF-16 code units. */
  matches: { start: number; end: number }[];
  /** True when the owner put it first for this text. */
  pinned?: boolean;
  /** The phrase that it was put first for. */
  pinnedFor?: string;
  explanation?: Explanation;
}
