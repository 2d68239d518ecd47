import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Bus } from '../events/bus.ts';
import { readHead } from '../events/head.ts';
import { HostGone, type IndexHost } from './indexHost.ts';
import { listEventsAfter } from './queries.ts';
import type { Reranking } from './reranking.ts';
import type { SearchSources } from './sources.ts';
import type { Tuning } from './tuning.ts';
import { createTurns } from './turns.ts';

const batchSize = 500;

/** Wakes that come together are answered by one look at the log, milliseconds. */
const gather = 100;

/** How long after a failed build the next one is tried, milliseconds. */
const restAfterFailure = 5_000;

/** Indexes built at the same time; after a restart, the sites that are asked first are ready first. */
const maxBuilding = 2;

/** What an index is made and fed from. */
export interface SuggesterParts {
  database: Database;
  bus: Bus;
  clock: Clock;
  host: IndexHost;
  source: SearchSources;
  /** Orders hits by meaning; absent unless the owner configured an endpoint. */
  reranking?: Reranking | undefined;
  onError(error: unknown): void;
}

/** A site's index, as far as it is built and has read the log. */
export interface SiteIndex {
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

const newIndex = (version: number): SiteIndex => ({
  state: 'building',
  failedAt: 0,
  cursor: 0,
  version,
  tuning: undefined,
  ready: Promise.resolve(),
  following: Promise.resolve(),
  timer: undefined,
});

/** Brings an index up to the log. @returns false when the index is gone; then it has to be built anew */
const readOn = async (
  { database, source, host, reranking }: SuggesterParts,
  siteId: string,
  index: SiteIndex,
  nextVersion: () => number,
  isCurrent: () => boolean,
): Promise<boolean> => {
  for (;;) {
    if (!isCurrent()) return true;
    const batch = await listEventsAfter(database, siteId, index.cursor, batchSize);
    const subjects = new Set(
      batch.flatMap((event) => (source.isChange(event.kind) && event.subject ? [event.subject] : [])),
    );
    const tuned = batch.some((event) => source.isTuning(event.kind));
    if (tuned) index.tuning = undefined;
    if (subjects.size) {
      const { groups, documents } = await source.some(siteId, [...subjects]);
      if (!(await host.replace(siteId, groups, documents))) return false;
      reranking?.replace(siteId, groups, documents);
    }
    if (tuned || subjects.size) index.version = nextVersion();
    index.cursor = batch.at(-1)?.seq ?? index.cursor;
    if (batch.length < batchSize) return true;
  }
};

/** The sites' indexes: made when they are first asked for, and fed from the event log. */
export class SiteIndexes {
  private readonly sites = new Map<string, SiteIndex>();
  private readonly turns = createTurns(maxBuilding);
  private versions = 0;
  private closed = false;
  private readonly parts: SuggesterParts;
  private readonly stopListening: () => void;

  constructor(parts: SuggesterParts) {
    this.parts = parts;
    this.stopListening = parts.bus.onWake((siteId) => {
      const index = this.sites.get(siteId);
      if (index) this.schedule(siteId, index);
    });
    parts.host.onLost?.(() => {
      for (const index of this.sites.values()) clearTimeout(index.timer);
      this.sites.clear();
    });
  }

  /** The site's index; begins a build where there is none under way. */
  load(siteId: string): SiteIndex {
    const known = this.sites.get(siteId);
    const rested =
      known?.state === 'failed' && this.parts.clock.monotonic() - known.failedAt >= restAfterFailure;
    if (known && !rested) return known;
    const index = newIndex(++this.versions);
    this.sites.set(siteId, index);
    index.ready = this.build(siteId, index);
    return index;
  }

  /** The index is gone: forgets its record, and begins to build another. */
  reload(siteId: string, lost: SiteIndex): SiteIndex {
    if (this.sites.get(siteId) === lost) {
      clearTimeout(lost.timer);
      this.sites.delete(siteId);
    }
    return this.load(siteId);
  }

  find(siteId: string): SiteIndex | undefined {
    return this.sites.get(siteId);
  }

  /** One reader of the log a site at a time; a wake during its run makes it look once more. */
  catchUp(siteId: string): Promise<void> {
    const index = this.sites.get(siteId);
    if (!index) return Promise.resolve();
    index.following = index.following
      .then(() => this.follow(siteId, index))
      .catch((error) => this.report(error));
    return index.following;
  }

  report(error: unknown): void {
    if (!this.closed && !(error instanceof HostGone)) this.parts.onError(error);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopListening();
    for (const index of this.sites.values()) clearTimeout(index.timer);
    await this.parts.host.close();
    await Promise.all([...this.sites.values()].map((index) => index.ready));
  }

  private async build(siteId: string, index: SiteIndex): Promise<void> {
    const { database, clock, host, source, reranking } = this.parts;
    await this.turns.take();
    try {
      if (this.closed) throw new HostGone('the search was closed');
      // Read before the documents: what changes while they are read is read again, never missed.
      index.cursor = await readHead(database, siteId);
      await host.build(siteId, source.all(siteId));
      index.state = 'ready';
      index.version = ++this.versions;
      reranking?.prepare(siteId, source.all(siteId));
      this.schedule(siteId, index);
    } catch (error) {
      index.state = 'failed';
      index.failedAt = clock.monotonic();
      this.report(error);
    } finally {
      this.turns.pass();
    }
  }

  private async follow(siteId: string, index: SiteIndex): Promise<void> {
    await index.ready;
    const isCurrent = (): boolean => index.state === 'ready' && this.sites.get(siteId) === index;
    if (!(await readOn(this.parts, siteId, index, () => ++this.versions, isCurrent)))
      await this.reload(siteId, index).ready;
  }

  private schedule(siteId: string, index: SiteIndex): void {
    if (index.timer || this.closed) return;
    index.timer = setTimeout(() => {
      index.timer = undefined;
      void this.catchUp(siteId);
    }, gather);
    index.timer.unref();
  }
}
