import type { SearchDocument } from './engine/searchTypes.ts';
import type { Tuning } from './tuning.ts';

/** A feature's searchable documents. The search reads it, and follows the log for changes. */
export interface SearchSource {
  /** The kind of its documents: what a query is narrowed to. */
  readonly kind: string;
  /** Kind of the events that say that a subject changed. */
  readonly changed: string;
  /** Kind of the events that say that synonyms or pins changed. */
  readonly tuned?: string;
  /** All documents of a site, in batches. */
  all(siteId: string): AsyncIterable<SearchDocument[]>;
  /**
   * The documents that some subjects concern, as they are now: every group in which they are or may have been, and all
   * documents of those groups. A subject that is gone, or another source's, gives its group at most, and no document.
   */
  some(siteId: string, subjects: string[]): Promise<{ groups: string[]; documents: SearchDocument[] }>;
  /** Has the database's own full text know what changed of its texts, before it is searched. */
  readChanges?(siteId: string): Promise<void>;
  tuning?(siteId: string): Promise<Omit<Tuning, 'pins'> & { pins: Omit<Tuning['pins'][number], 'kind'>[] }>;
}

/** The sources of all features, read as one. */
export interface SearchSources {
  isChange(eventKind: string): boolean;
  isTuning(eventKind: string): boolean;
  all(siteId: string): AsyncIterable<SearchDocument[]>;
  some(siteId: string, subjects: string[]): Promise<{ groups: string[]; documents: SearchDocument[] }>;
  readChanges(siteId: string): Promise<void>;
  tuning(siteId: string): Promise<Tuning>;
}

export const combineSources = (sources: readonly SearchSource[]): SearchSources => ({
  isChange: (kind) => sources.some(({ changed }) => changed === kind),
  isTuning: (kind) => sources.some(({ tuned }) => tuned === kind),
  async *all(siteId) {
    for (const source of sources) yield* source.all(siteId);
  },
  async some(siteId, subjects) {
    const found = await Promise.all(sources.map((source) => source.some(siteId, subjects)));
    return {
      groups: [...new Set(found.flatMap(({ groups }) => groups))],
      documents: found.flatMap(({ documents }) => documents),
    };
  },
  async readChanges(siteId) {
    for (const source of sources) await source.readChanges?.(siteId);
  },
  async tuning(siteId) {
    const found = await Promise.all(
      sources.map(async (source) => {
        const tuning = await source.tuning?.(siteId);
        return {
          synonyms: tuning?.synonyms ?? [],
          pins: tuning?.pins.map((pin) => ({ ...pin, kind: source.kind })) ?? [],
        };
      }),
    );
    return {
      synonyms: found.flatMap(({ synonyms }) => synonyms),
      pins: found.flatMap(({ pins }) => pins),
    };
  },
});
