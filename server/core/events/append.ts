import { eq, sql } from 'drizzle-orm';
import type { Change, Queries, Statement } from '../db/database.ts';
import { events, logs, type LogEvent } from './tables.ts';

/** Takes the next places of the site's log for a change's events. Locks the site's log until the commit ends. */
export const takePlaces = (tx: Queries, change: Change) =>
  tx
    .update(logs)
    .set({ head: sql`${logs.head} + ${change.events.length}` })
    .where(eq(logs.siteId, change.site))
    .returning({ head: logs.head });

/** A change's events as rows of the log, at the places taken for them. */
export const logRows = (change: Change, first: number, now: number): LogEvent[] =>
  change.events.map((event, index) => ({
    siteId: change.site,
    seq: first + index,
    at: now,
    kind: event.kind,
    visitorId: event.visitor ?? null,
    conversationId: event.conversation ?? null,
    subjectId: event.subject ?? null,
    audience: event.audience ?? 'visitor',
    amount: event.amount ?? null,
  }));

export const appendEvents = (tx: Queries, rows: LogEvent[]): Statement => tx.insert(events).values(rows);
