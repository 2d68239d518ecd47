import type { Weights } from './weights.ts';

/** One phrasing of one answer. */
export interface SearchDocument {
  id: string;
  /** The answer: documents with the same group are phrasings of it, and a search shows one of them. */
  group: string;
  kind: string;
  /** BCP 47 tag; empty for any language. */
  language: string;
  title: string;
  body: string;
  /** Prior, 0..1: of two equally relevant documents, the heavier (official, accepted) comes first. */
  weight?: number;
}

export interface SearchOptions {
  /** Only documents of this language (primary subtag) or of none. */
  language?: string;
  /** A prior, not a filter: of two equally good results, the one in this language comes first. */
  preferredLanguage?: string;
  /** Only documents of these kinds. */
  kinds?: readonly string[];
  /** Most results; 3 unless told. */
  limit?: number;
  /** Least confidence shown of a finished text, lower for unfinished and misspelt ones; 0 unless told. */
  floor?: number;
  /** Processor time after which what is left of the first stage is skipped; unlimited unless told. */
  budgetMilliseconds?: number;
  /** Weights for this search only. */
  weights?: Weights;
  /** Adds why each result was found. */
  explain?: boolean;
}

export interface SearchResult {
  /** The best matching phrasing. */
  id: string;
  group: string;
  /** Probability that it answers, 0..1. */
  confidence: number;
  /** The highest floor at which it is still shown: higher than the confidence while a text is unfinished. */
  shownUpTo: number;
  /** The part of the body that matched best, code units; absent for a document without a body. */
  passage?: { start: number; end: number };
  /** The spelling under which it was found, where that is not the typed one. */
  readAs?: string;
  /** Code-unit ranges in the title. */
  matches: { start: number; end: number }[];
  explanation?: Explanation;
}

export interface Explanation {
  /** Which word of the query met which word of the title or body, and how closely (0..1). */
  words: { query: string; found: string; closeness: number; place: 'title' | 'body' }[];
  /** The phrasings of the answer that matched, best first, at most three. */
  phrasings: { id: string; title: string; score: number }[];
  /** Measures by the second stage of the best phrasing. */
  measures: Record<string, number>;
}

export interface SearchIndexOptions {
  weights?: Weights;
  /** Whether `add` and `remove` merge when due; a host that runs `mergeSteps` itself says false. */
  mergeAutomatically?: boolean;
}
