import type { RerankingState } from './reranking.ts';
import type { Hit, SuggestOptions } from './hits.ts';
import { createFinder } from './findHits.ts';
import { type SiteIndex, SiteIndexes, type SuggesterParts } from './siteIndexes.ts';
import { alternativesOf, pinnedBy, type Tuning } from './tuning.ts';

/** Finds answered questions while one types. */
export interface Suggester {
  /** Waits for no build, and a moment for an index that was saved: the database's full text answers while there is none. @throws the signal's reason */
  suggest(siteId: string, text: string, options?: SuggestOptions): Promise<Hit[]>;
  /**
   * A number that changes with all that could change an answer; null while the database's full text answers. What
   * was found under one number may be kept until there is another.
   */
  version(siteId: string): number | null;
  /** The health of the ordering by meaning; null where there is none. */
  meaningState(): RerankingState | null;
  /** Begins to fetch the indexes that were saved, so that those who ask first find them there. */
  warm(): Promise<void>;
  /** Resolves when an index that is there has taken in what was committed so far; waits for no build. */
  caughtUp(siteId: string): Promise<void>;
  /** Resolves when everything committed so far can be found: for tests and for imports that report. */
  settled(siteId: string): Promise<void>;
  /** Builds a site's index anew, in memory and where it was saved: nothing is left of texts that were erased. */
  rebuild(siteId: string): Promise<void>;
  close(): Promise<void>;
}

/** Sites whose indexes are fetched at a start; others are when they are asked. */
const maxWarmed = 50;

/**
 * Keeps one index a site, made when it is first asked for and fed from the event log: an index that was away reads on
 * from its cursor like any other reader.
 */
export const createSuggester = (parts: SuggesterParts): Suggester => {
  const { source, reranking } = parts;
  const indexes = new SiteIndexes(parts);
  const find = createFinder(parts, indexes);

  const tuningOf = async (siteId: string, followed: SiteIndex): Promise<Tuning> => {
    followed.tuning ??= source.tuning(siteId);
    const tuning = followed.tuning;
    try {
      return await tuning;
    } catch (error) {
      // Without them people still find; the next query reads them again.
      if (followed.tuning === tuning) followed.tuning = undefined;
      indexes.report(error);
      return { synonyms: [], pins: [] };
    }
  };

  return {
    async suggest(siteId, text, options = {}) {
      const limit = options.limit ?? 3;
      const followed = indexes.load(siteId);
      const tuning = await tuningOf(siteId, followed);
      options.signal?.throwIfAborted();
      const wanted = reranking ? { ...options, limit: Math.max(limit, reranking.depth) } : options;
      const meaning = reranking?.begin(text);
      const texts = [text, ...alternativesOf(text, tuning.synonyms)];
      const lists = await Promise.all(texts.map((one) => find(siteId, followed, one, wanted)));
      options.signal?.throwIfAborted();
      const [only, ...others] = lists;
      const found = only && others.length === 0 ? only : merge(lists);
      const ordered = reranking && meaning ? await reranking.finish(siteId, found, meaning) : found;
      const pinned = pinnedBy(text, tuning.pins, options.kinds).map(
        ({ group, phrase }): Hit => ({
          ...(ordered.find((hit) => hit.group === group) ?? { group, id: group, matches: [] }),
          confidence: 1,
          shownUpTo: 1,
          pinned: true,
          pinnedFor: phrase,
        }),
      );
      const first = new Set(pinned.map((hit) => hit.group));
      return [...pinned, ...ordered.filter((hit) => !first.has(hit.group))].slice(0, limit);
    },
    version(siteId) {
      const followed = indexes.find(siteId);
      return followed?.state === 'ready' ? followed.version : null;
    },
    meaningState: () => reranking?.state() ?? null,
    async warm() {
      try {
        for (const siteId of (await parts.saved?.list())?.slice(0, maxWarmed) ?? []) indexes.load(siteId);
      } catch (error) {
        indexes.report(error);
      }
    },
    async caughtUp(siteId) {
      if (indexes.find(siteId)?.state === 'ready') await indexes.catchUp(siteId);
    },
    async settled(siteId) {
      await indexes.load(siteId).ready;
      await indexes.catchUp(siteId);
      await reranking?.settled();
    },
    rebuild: (siteId) => indexes.rebuild(siteId),
    async close() {
      await indexes.close();
      await reranking?.close();
    },
  };
};

/** Hits of several texts as one list: an answer counts by its best. */
const merge = (lists: Hit[][]): Hit[] => {
  const best = new Map<string, Hit>();
  for (const hit of lists.flat())
    if (hit.shownUpTo > (best.get(hit.group)?.shownUpTo ?? -1)) best.set(hit.group, hit);
  return [...best.values()].sort(
    (one, other) => other.shownUpTo - one.shownUpTo || (one.group < other.group ? -1 : 1),
  );
};
