import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { type Database, decisive, type Decisive, type Queries, type Statement } from '../db/database.ts';
import { cursors, events, type LogEvent, logs } from './tables.ts';

/** A site's events after a place, in their order. */
export const readEventsAfter = (
  { read }: Database,
  siteId: string,
  after: number,
  limit: number,
): Promise<LogEvent[]> =>
  read
    .select()
    .from(events)
    .where(and(eq(events.siteId, siteId), gt(events.seq, after)))
    .orderBy(asc(events.seq))
    .limit(limit);

/** Logs that a reader has not read to their end, with how far it has come; null where it never began. */
export const listGrownLogs = (
  { read }: Database,
  reader: string,
): Promise<{ siteId: string; seq: number | null }[]> =>
  read
    .select({ siteId: logs.siteId, seq: cursors.seq })
    .from(logs)
    .leftJoin(cursors, and(eq(cursors.siteId, logs.siteId), eq(cursors.reader, reader)))
    .where(gt(logs.head, sql`coalesce(${cursors.seq}, 0)`));

export const startCursor = (tx: Queries, siteId: string, reader: string): Statement =>
  tx.insert(cursors).values({ siteId, reader, seq: 0 }).onConflictDoNothing();

/** Moves a reader on, if no other machine did. */
export const moveCursor = (
  tx: Queries,
  siteId: string,
  reader: string,
  { from, to }: { from: number; to: number },
): Decisive =>
  decisive(
    tx
      .update(cursors)
      .set({ seq: to })
      .where(and(eq(cursors.siteId, siteId), eq(cursors.reader, reader), eq(cursors.seq, from))),
  );

export const setCursor = (tx: Queries, siteId: string, reader: string, seq: number): Statement =>
  tx
    .insert(cursors)
    .values({ siteId, reader, seq })
    .onConflictDoUpdate({ target: [cursors.siteId, cursors.reader], set: { seq } });

/** The place that a reader has come to in a site's log; null where it never began. */
export const findCursor = async (
  { read }: Database,
  siteId: string,
  reader: string,
): Promise<number | null> => {
  const [row] = await read
    .select({ seq: cursors.seq })
    .from(cursors)
    .where(and(eq(cursors.siteId, siteId), eq(cursors.reader, reader)));
  return row?.seq ?? null;
};
