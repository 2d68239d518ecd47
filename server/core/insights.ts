import type { Site } from './people/sites/sites.ts';

/** A time, its end not included; milliseconds. */
export interface InsightTime {
  from: number;
  until: number;
}

/** Something that people searched for without a good answer. */
export interface SearchGap {
  /** As most people put it. */
  title: string;
  people: number;
  times: number;
  /** Searches that showed nothing. */
  nothing: number;
}

/** Something that many wrote about at once. */
export interface Topic {
  id: string;
  language: string;
  words: string[];
  people: number;
  items: number;
  /** Items that are usual in the same time. */
  usual: number;
  /** The probability that it was chance. */
  chance: number;
  startedAt: number;
}

/** A feature's part of reports that is no number of facts. Bound to the context. */
export interface InsightSource {
  /** Searches without a good answer, by subject; those of most people first. */
  gaps?(site: Site, time: InsightTime, limit: number): Promise<SearchGap[]>;
  /** Topics that came up, those of most people first. */
  topics?(site: Site, time: InsightTime, limit: number): Promise<Topic[]>;
}
