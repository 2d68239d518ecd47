import type { Limiter } from '../../http/limits.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { deleteInstallations, saveInstallation } from './writes.ts';
import { type Installation, listInstallations } from './queries.ts';
import { BoundedMap } from '../../boundedMap.ts';

/** Origins kept of a site: those that are let in first, then those seen last. */
export const maxOrigins = 50;
/** The interval between writes about one origin, milliseconds. */
const writeEvery = 60_000;
/** Sightings that come together are written together, milliseconds. */
const gatherFor = 250;
/** New origins that are refused, a site: anybody may make them up, and each would be a write. */
const refusedOrigins = { perMinute: 30, burst: 100 };
/** Origins remembered between two writes, over all sites; beyond, a sighting is not noted: the next one will be. */
const maxPending = 2_000;

/** Origins whose last write is remembered, over all sites. */
const maxRemembered = 10_000;

/** On which origins the script is: noted from the requests that pages make anyway, without making them wait. */
export interface Installations {
  note(siteId: string, origin: string, allowed: boolean): void;
  list(siteId: string): Promise<Installation[]>;
  close(): Promise<void>;
}

/** Any client may claim any origin: what is none, or is longer than a host name can be, is not kept. */
const isNotable = (origin: string): boolean =>
  origin === 'null' ||
  (origin.length <= 300 &&
    /^https?:\/\//.test(origin) &&
    URL.canParse(origin) &&
    new URL(origin).origin === origin);

export const createInstallations = ({
  database,
  clock,
  limiter,
  onError,
}: { database: Database; clock: Clock; limiter: Limiter } & {
  onError(error: unknown): void;
}): Installations => {
  const pending = new Map<string, { siteId: string; origin: string; allowed: boolean; at: number }>();
  const written = new BoundedMap<string, { at: number; allowed: boolean }>(maxRemembered);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const writeNow = async (): Promise<void> => {
    const batch = [...pending.values()];
    pending.clear();
    if (batch.length === 0) return;
    await database.write((tx) => batch.map((sighting) => saveInstallation(tx, sighting)));
    for (const siteId of new Set(batch.map((one) => one.siteId))) {
      const rows = await listInstallations(database, siteId);
      if (rows.length <= maxOrigins) continue;
      const newest = rows.slice(0, maxOrigins).map(({ origin }) => origin);
      await database.write((tx) => [deleteInstallations(tx, siteId, newest)]);
    }
  };

  const mayNote = (siteId: string, allowed: boolean): boolean => {
    if (allowed) return true;
    try {
      limiter.take('strange origins', siteId, refusedOrigins);
      return true;
    } catch {
      // Nobody is refused for it: the sighting is only not kept.
      return false;
    }
  };

  const flush = (): Promise<unknown> => {
    clearTimeout(timer);
    timer = undefined;
    return (writing = writing.then(writeNow).catch(onError));
  };

  return {
    note(siteId, origin, allowed) {
      const key = `${siteId}\n${origin}`;
      const last = written.get(key);
      const now = clock.monotonic();
      if (last && last.allowed === allowed && now - last.at < writeEvery) return;
      if (!isNotable(origin) || pending.size >= maxPending || !mayNote(siteId, allowed)) return;
      written.set(key, { at: now, allowed });
      pending.set(key, { siteId, origin, allowed, at: clock.now() });
      timer ??= setTimeout(flush, gatherFor);
      timer.unref?.();
    },
    async list(siteId) {
      await flush();
      return listInstallations(database, siteId);
    },
    close: async () => void (await flush()),
  };
};
