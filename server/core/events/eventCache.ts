import type { Database } from '../db/database.ts';
import { BoundedMap } from '../boundedMap.ts';
import type { LogEvent } from './tables.ts';

/** Rows of the log that are kept, over all sites: a stream sends what was written a moment ago, mostly here. */
const mostKept = 2_000;

const caches = new WeakMap<Database, BoundedMap<string, LogEvent>>();

const place = (siteId: string, seq: number): string => `${siteId} ${seq}`;

/** Keeps rows that were just committed; a row of the log never changes. */
export const cacheEvents = (database: Database, rows: readonly LogEvent[]): void => {
  let kept = caches.get(database);
  if (!kept) caches.set(database, (kept = new BoundedMap(mostKept)));
  for (const row of rows) kept.set(place(row.siteId, row.seq), row);
};

/**
 * The rows that follow a place without a gap, as far as this process wrote them. None says nothing: another process may
 * have written the next one.
 * @param most how many at the most
 */
export const cachedEvents = (database: Database, siteId: string, after: number, most: number): LogEvent[] => {
  const kept = caches.get(database);
  const rows: LogEvent[] = [];
  let row = kept?.get(place(siteId, after + 1));
  while (row && rows.length < most) {
    rows.push(row);
    row = kept?.get(place(siteId, row.seq + 1));
  }
  return rows;
};
