import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Bus } from '../events/bus.ts';
import { readHead } from '../events/head.ts';
import { HostGone, type IndexHost } from './indexHost.ts';
import { findMark, listEventsAfter } from './queries.ts';
import type { Reranking } from './reranking.ts';
import type { SavedIndex, SavedIndexes } from './savedIndexes.ts';
import type { SearchSources } from './sources.ts';
import type { Tuning } from './tuning.ts';
import { createTurns } from './turns.ts';

const batchSize = 500;

/** Wakes that come together are answered by one look at the log, milliseconds. */
const gather = 100;

/** The pause after a failed build, milliseconds. */
const restAfterFailure = 5_000;

/** Milliseconds between two looks at what is to be saved: after a crash, what happened since is read from the log. */
const betweenSaves = 10 * 60_000;

/** Milliseconds for saving all that is to be saved. */
const longestSave = 3_000;

/** Indexes built at the same time; after a restart, the sites that are asked first are ready first. */
const maxBuilding = 2;

/** The parts an index is made and fed from. */
export interface SuggesterParts {
  database: Database;
  bus: Bus;
  clock: Clock;
  host: IndexHost;
  source: SearchSources;
  /** Where indexes outlive the process; without it each is built anew. */
  saved?: SavedIndexes | undefined;
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
  /** Resolves when what was saved is there, or is known not to be. */
  restored: Promise<void>;
  /** The place up to which the saved one knows. */
  savedCursor: number | null;
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
  restored: Promise.resolve(),
  savedCursor: null,
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

/** True when an index was made from this log, and all that happened since is still in it. */
const isOfLog = async (
  database: Database,
  siteId: string,
  { cursor, mark }: SavedIndex,
): Promise<boolean> => {
  const found = await findMark(database, siteId, cursor);
  if (found !== null) return found === mark;
  return cursor === (await readHead(database, siteId));
};

/** Saves an index. The place is read first: what is read twice changes nothing. */
const saveIndex = async (
  { database, host, saved }: SuggesterParts & { saved: SavedIndexes },
  siteId: string,
  index: SiteIndex,
): Promise<void> => {
  const { cursor } = index;
  const mark = await findMark(database, siteId, cursor);
  const bytes = await host.persist(siteId);
  if (!bytes) return;
  await saved.write(siteId, { cursor, mark, bytes });
  index.savedCursor = cursor;
};

/** The sites' indexes: made when they are first asked for, and fed from the event log. */
export class SiteIndexes {
  private readonly sites = new Map<string, SiteIndex>();
  private readonly turns = createTurns(maxBuilding);
  private versions = 0;
  private closed = false;
  private readonly parts: SuggesterParts;
  private readonly stopListening: () => void;
  private readonly saving: ReturnType<typeof setInterval>;

  constructor(parts: SuggesterParts) {
    this.parts = parts;
    this.saving = setInterval(() => void this.save(), betweenSaves);
    this.saving.unref();
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
    let tellRestored = (): void => {};
    index.restored = new Promise((resolve) => {
      tellRestored = resolve;
    });
    index.ready = this.build(siteId, index, tellRestored).finally(tellRestored);
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

  /** Forgets a site's index and what was saved of it; one that was in use is built again. */
  async rebuild(siteId: string): Promise<void> {
    const known = this.sites.get(siteId);
    await this.parts.saved?.forget(siteId);
    if (known && !this.closed) await this.reload(siteId, known).ready;
  }

  find(siteId: string): SiteIndex | undefined {
    return this.sites.get(siteId);
  }

  /** One reader of the log a site at a time; a wake during its run makes it look once more. */
  catchUp(siteId: string): Promise<void> {
    const index = this.sites.get(siteId);
    if (!index) return Promise.resolve();
    const follow = index.following.then(() => this.follow(siteId, index));
    return (index.following = follow.catch((error) => this.report(error)));
  }

  report(error: unknown): void {
    if (!this.closed && !(error instanceof HostGone)) this.parts.onError(error);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopListening();
    clearInterval(this.saving);
    for (const index of this.sites.values()) clearTimeout(index.timer);
    await this.save();
    await this.parts.host.close();
    await Promise.all([...this.sites.values()].map((index) => index.ready));
  }

  /** Saves what was built or changed since it was saved. What can't be saved is built anew after a restart. */
  private async save(): Promise<void> {
    const { saved, clock } = this.parts;
    if (!saved) return;
    const until = clock.monotonic() + longestSave;
    for (const [siteId, index] of this.sites) {
      // A stop waits for it: what isn't saved by then is built anew.
      if (clock.monotonic() > until) return;
      if (index.state !== 'ready' || index.savedCursor === index.cursor) continue;
      try {
        await saveIndex({ ...this.parts, saved }, siteId, index);
      } catch (error) {
        this.report(error);
      }
    }
  }

  private async build(siteId: string, index: SiteIndex, tellRestored: () => void): Promise<void> {
    const { database, clock, host, source, reranking } = this.parts;
    const saved = await this.readSaved(siteId);
    if (!saved) tellRestored();
    await this.turns.take();
    try {
      if (this.closed) throw new HostGone('the search was closed');
      if (!(saved && (await this.restore(siteId, index, saved)))) {
        tellRestored();
        // Read before the documents: what changes while they are read is read again, never missed.
        index.cursor = await readHead(database, siteId);
        await host.build(siteId, source.all(siteId));
      }
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

  private async readSaved(siteId: string): Promise<SavedIndex | null> {
    try {
      const saved = await this.parts.saved?.read(siteId);
      if (saved && (await isOfLog(this.parts.database, siteId, saved))) return saved;
      if (saved) await this.parts.saved?.forget(siteId);
    } catch (error) {
      this.report(error);
    }
    return null;
  }

  /** @returns false when the saved bytes are no index: then it is built anew */
  private async restore(siteId: string, index: SiteIndex, { cursor, bytes }: SavedIndex): Promise<boolean> {
    try {
      await this.parts.host.restore(siteId, bytes);
    } catch (error) {
      if (error instanceof HostGone) throw error;
      this.report(error);
      await this.parts.saved?.forget(siteId);
      return false;
    }
    index.cursor = cursor;
    index.savedCursor = cursor;
    // What happened since the index was saved is in it before it answers.
    await readOn(
      this.parts,
      siteId,
      index,
      () => ++this.versions,
      () => true,
    );
    return true;
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
