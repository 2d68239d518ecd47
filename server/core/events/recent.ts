import type { Database } from '../db/database.ts';
import { BoundedMap } from '../boundedMap.ts';
import type { LogEvent } from './tables.ts';

/** Rows of the log that are kept, over all sites: a stream sends what was written a moment ago, mostly here. */
const mostKept = 2_000;

const keptBeside = new WeakMap<Database, BoundedMap<string, LogEvent>>();

const place = (siteId: string, seq: number): string => `${siteId} ${seq}`;

/** Keeps rows that were just committed; a row of the log never changes. */
export const keepEvents = (database: Database, rows: readonly LogEvent[]): void => {
  let kept = keptBeside.get(database);
  if (!kept) keptBeside.set(database, (kept = new BoundedMap(mostKept)));
  for (const row of rows) kept.set(place(row.siteId, row.seq), row);
};

/**
 * The rows that follow a place without a gap, as far as this process wrote them. None says nothing: another process may
 * have written the next one.
 * @param most how many at the most
 */
export const recallEvents = (database: Database, siteId: string, after: number, most: number): LogEvent[] => {
  const kept = keptBeside.get(database);
  const rows: LogEvent[] = [];
  for (let row = kept?.get(place(siteId, after + 1)); row && rows.length < most; )
    row = kept?.get(place(siteId, rows[rows.push(row) - 1]!.seq + 1));
  return rows;
};
