import type { Database } from '../db/database.ts';
import { BoundedMap } from '../boundedMap.ts';
import type { LogEvent } from './tables.ts';

/** Maximum of cached rows of the log over all sites: a stream sends what was written a moment ago, mostly here. */
const maxEvents = 2_000;

const caches = new WeakMap<Database, BoundedMap<string, LogEvent>>();

const place = (siteId: string, seq: number): string => `${siteId} ${seq}`;

/** Caches rows that were just committed; a row of the log never changes. */
export const cacheEvents = (database: Database, rows: readonly LogEvent[]): void => {
  let cache = caches.get(database);
  if (!cache) caches.set(database, (cache = new BoundedMap(maxEvents)));
  for (const row of rows) cache.set(place(row.siteId, row.seq), row);
};

/**
 * The rows that follow a place without a gap, as far as this process wrote them. None says nothing: another process may
 * have written the next one.
 * @param max how many at the most
 */
export const cachedEvents = (database: Database, siteId: string, after: number, max: number): LogEvent[] => {
  const cache = caches.get(database);
  const rows: LogEvent[] = [];
  let row = cache?.get(place(siteId, after + 1));
  while (row && rows.length < max) {
    rows.push(row);
    row = cache?.get(place(siteId, row.seq + 1));
  }
  return rows;
};
