import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Bus } from '../events/bus.ts';
import { readHead } from '../events/head.ts';
import { rankByCoverage } from './coverage.ts';
import { findByFullText, listEventsAfter } from './queries.ts';
import type { Reranking } from './reranking.ts';
import type { SearchSources } from './sources.ts';
import { alternativesOf, pinnedBy, type Tuning } from './tuning.ts';
import type { Hit, SuggestOptions } from './hits.ts';
import { HostGone, type IndexHost } from './indexHost.ts';

/** Finds answered questions while one types. */
export interface Suggester {
  /** Never waits for an index: the database's full text answers while there is none. @throws the signal's reason */
  suggest(siteId: string, text: string, options?: SuggestOptions): Promise<Hit[]>;
  /**
   * A number that changes with all that could change an answer; null while the database's full text answers. What
   * was found under one number may be kept until there is another.
   */
  version(siteId: string): number | null;
  /** Resolves when everything committed so far can be found: for tests and for imports that report. */
  settled(siteId: string): Promise<void>;
  close(): Promise<void>;
}

const batchSize = 500;

/** Wakes that come together are answered by one look at the log, milliseconds. */
const gather = 100;

/** How long after a failed build the next one is tried, milliseconds. */
const restAfterFailure = 5_000;

/** Indexes built at the same time; after a restart, the sites that are asked first are ready first. */
const mostBuilding = 2;

/** Subjects that the full text brings at the most; the best of them are shown. */
const mostFromDatabase = 12;

interface Followed {
  state: 'building' | 'ready' | 'failed';
  failedAt: number;
  /** Place in the log up to which the index knows. */
  cursor: number;
  version: number;
  tuning: Promise<Tuning> | undefined;
  ready: Promise<void>;
  following: Promise<void>;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Keeps one index a site, made when it is first asked for and fed from the event log: an index that was away reads on
 * from its cursor like any other reader.
 */
export const createSuggester = (parts: {
  database: Database;
  bus: Bus;
  clock: Clock;
  host: IndexHost;
  source: SearchSources;
  /** Orders hits by meaning; absent unless the owner configured an endpoint. */
  reranking?: Reranking | undefined;
  onError(error: unknown): void;
}): Suggester => {
  const { database, bus, clock, host, source, reranking, onError } = parts;
  const sites = new Map<string, Followed>();
  let versions = 0;
  let closed = false;

  const report = (error: unknown): void => {
    if (!closed && !(error instanceof HostGone)) onError(error);
  };

  let building = 0;
  const queue: (() => void)[] = [];
  const takeTurn = (): Promise<void> | undefined => {
    if (building < mostBuilding) {
      building += 1;
      return undefined;
    }
    return new Promise((resolve) => queue.push(resolve));
  };
  const passTurn = (): void => {
    const next = queue.shift();
    if (next) next();
    else building -= 1;
  };

  const build = async (siteId: string, followed: Followed): Promise<void> => {
    await takeTurn();
    try {
      if (closed) throw new HostGone('the search was closed');
      // Read before the documents: what changes while they are read is read again, never missed.
      followed.cursor = await readHead(database, siteId);
      await host.build(siteId, source.all(siteId));
      followed.state = 'ready';
      followed.version = ++versions;
      reranking?.prepare(siteId, source.all(siteId));
      schedule(siteId, followed);
    } catch (error) {
      followed.state = 'failed';
      followed.failedAt = clock.monotonic();
      report(error);
    } finally {
      passTurn();
    }
  };

  /** The site's record; begins a build where there is none under way. */
  const load = (siteId: string): Followed => {
    const known = sites.get(siteId);
    const rested = known?.state === 'failed' && clock.monotonic() - known.failedAt >= restAfterFailure;
    if (known && !rested) return known;
    const followed: Followed = {
      state: 'building',
      failedAt: 0,
      cursor: 0,
      version: ++versions,
      tuning: undefined,
      ready: Promise.resolve(),
      following: Promise.resolve(),
      timer: undefined,
    };
    sites.set(siteId, followed);
    followed.ready = build(siteId, followed);
    return followed;
  };

  /** Its index is gone: forgets the record, and begins to build another. */
  const reload = (siteId: string, lost: Followed): Followed => {
    if (sites.get(siteId) === lost) {
      clearTimeout(lost.timer);
      sites.delete(siteId);
    }
    return load(siteId);
  };

  const follow = async (siteId: string, followed: Followed): Promise<void> => {
    await followed.ready;
    for (;;) {
      if (followed.state !== 'ready' || sites.get(siteId) !== followed) return;
      const batch = await listEventsAfter(database, siteId, followed.cursor, batchSize);
      const subjects = new Set(
        batch.flatMap((event) => (source.isChange(event.kind) && event.subject ? [event.subject] : [])),
      );
      const tuned = batch.some((event) => source.isTuning(event.kind));
      if (tuned) followed.tuning = undefined;
      if (subjects.size) {
        const { groups, documents } = await source.some(siteId, [...subjects]);
        if (!(await host.replace(siteId, groups, documents))) {
          await reload(siteId, followed).ready;
          return;
        }
        reranking?.replace(siteId, groups, documents);
      }
      if (tuned || subjects.size) followed.version = ++versions;
      followed.cursor = batch.at(-1)?.seq ?? followed.cursor;
      if (batch.length < batchSize) return;
    }
  };

  /** One follower a site at a time; a wake during its run makes it look once more. */
  const catchUp = (siteId: string): Promise<void> => {
    const followed = sites.get(siteId);
    if (!followed) return Promise.resolve();
    followed.following = followed.following.then(() => follow(siteId, followed)).catch(report);
    return followed.following;
  };

  const schedule = (siteId: string, followed: Followed): void => {
    if (followed.timer || closed) return;
    followed.timer = setTimeout(() => {
      followed.timer = undefined;
      void catchUp(siteId);
    }, gather);
    followed.timer.unref();
  };

  const stop = bus.onWake((siteId) => {
    const followed = sites.get(siteId);
    if (followed) schedule(siteId, followed);
  });

  host.onLost?.(() => {
    for (const followed of sites.values()) clearTimeout(followed.timer);
    sites.clear();
  });

  const tuningOf = async (siteId: string, followed: Followed): Promise<Tuning> => {
    followed.tuning ??= source.tuning(siteId);
    const tuning = followed.tuning;
    try {
      return await tuning;
    } catch (error) {
      // Without them people still find; the next query reads them again.
      if (followed.tuning === tuning) followed.tuning = undefined;
      report(error);
      return { synonyms: [], pins: [] };
    }
  };

  const askIndex = async (
    siteId: string,
    followed: Followed,
    text: string,
    options: SuggestOptions,
  ): Promise<Hit[] | null> => {
    if (followed.state !== 'ready') return null;
    try {
      const hits = await host.search(siteId, text, options);
      if (hits === null) reload(siteId, followed);
      return hits;
    } catch (error) {
      options.signal?.throwIfAborted();
      report(error);
      return null;
    }
  };

  const askDatabase = async (siteId: string, text: string, options: SuggestOptions): Promise<Hit[]> => {
    const subjects = await findByFullText(database, siteId, text, mostFromDatabase);
    options.signal?.throwIfAborted();
    if (subjects.length === 0) return [];
    const { documents } = await source.some(siteId, subjects);
    const { kinds } = options;
    const wanted = kinds ? documents.filter(({ kind }) => kinds.includes(kind)) : documents;
    return rankByCoverage(text, wanted, options.limit ?? 3, options.floor ?? 0);
  };

  const find = async (
    siteId: string,
    followed: Followed,
    text: string,
    options: SuggestOptions,
  ): Promise<Hit[]> =>
    (await askIndex(siteId, followed, text, options)) ?? (await askDatabase(siteId, text, options));

  return {
    async suggest(siteId, text, options = {}) {
      const limit = options.limit ?? 3;
      const followed = load(siteId);
      const tuning = await tuningOf(siteId, followed);
      options.signal?.throwIfAborted();
      const wanted = reranking ? { ...options, limit: Math.max(limit, reranking.depth) } : options;
      const meaning = reranking?.begin(text);
      const texts = [text, ...alternativesOf(text, tuning.synonyms)];
      const lists = await Promise.all(texts.map((one) => find(siteId, followed, one, wanted)));
      options.signal?.throwIfAborted();
      const found = lists.length === 1 ? lists[0]! : merge(lists);
      const ordered = reranking && meaning ? await reranking.finish(siteId, found, meaning) : found;
      const pinned = pinnedBy(text, tuning.pins, options.kinds).map(
        (group): Hit => ({
          ...(ordered.find((hit) => hit.group === group) ?? { group, id: group, matches: [] }),
          confidence: 1,
          pinned: true,
        }),
      );
      const first = new Set(pinned.map((hit) => hit.group));
      return [...pinned, ...ordered.filter((hit) => !first.has(hit.group))].slice(0, limit);
    },
    version(siteId) {
      const followed = sites.get(siteId);
      return followed?.state === 'ready' ? followed.version : null;
    },
    async settled(siteId) {
      await load(siteId).ready;
      await catchUp(siteId);
      await reranking?.settled();
    },
    async close() {
      closed = true;
      stop();
      for (const followed of sites.values()) clearTimeout(followed.timer);
      await host.close();
      await Promise.all([...sites.values()].map((followed) => followed.ready));
      await reranking?.close();
    },
  };
};

/** Hits of several texts as one list: an answer counts by its best. */
const merge = (lists: Hit[][]): Hit[] => {
  const best = new Map<string, Hit>();
  for (const hit of lists.flat())
    if (hit.confidence > (best.get(hit.group)?.confidence ?? -1)) best.set(hit.group, hit);
  return [...best.values()].sort(
    (one, other) => other.confidence - one.confidence || (one.group < other.group ? -1 : 1),
  );
};
