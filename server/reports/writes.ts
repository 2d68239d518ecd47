import { and, eq, inArray } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../core/db/database.ts';
import type { Span } from './spans.ts';
import { reportCursors, reportDays, reportSpans } from './tables.ts';

type DayRow = typeof reportDays.$inferInsert;

/** Counts anew, in a zone: nothing is counted yet. */
export const startOver = (tx: Queries, siteId: string, zone: string): Statement[] => [
  tx.delete(reportDays).where(eq(reportDays.siteId, siteId)),
  tx.delete(reportSpans).where(eq(reportSpans.siteId, siteId)),
  tx
    .insert(reportCursors)
    .values({ siteId, place: 0, zone })
    .onConflictDoUpdate({ target: reportCursors.siteId, set: { place: 0, zone } }),
];

/** Moves how far facts are counted, if no other machine did. */
export const moveReportCursor = (
  tx: Queries,
  { siteId, place, zone }: typeof reportCursors.$inferSelect,
  to: number,
): Decisive =>
  decisive(
    tx
      .update(reportCursors)
      .set({ place: to })
      .where(
        and(eq(reportCursors.siteId, siteId), eq(reportCursors.place, place), eq(reportCursors.zone, zone)),
      ),
  );

export const saveDay = (tx: Queries, row: DayRow): Statement =>
  tx
    .insert(reportDays)
    .values(row)
    .onConflictDoUpdate({
      target: [reportDays.siteId, reportDays.day],
      set: { opened: row.opened, place: row.place, counted: row.counted },
    });

/** Conversations of one statement: SQLite binds 32,766 parameters at the most. */
const maxSpans = 2_000;

/** Puts conversations' times in the place of those that are there. */
export const saveSpans = (
  tx: Queries,
  siteId: string,
  subjects: readonly string[],
  spans: readonly Span[],
): Statement[] => [
  ...(subjects.length
    ? [
        tx
          .delete(reportSpans)
          .where(and(eq(reportSpans.siteId, siteId), inArray(reportSpans.subjectId, [...subjects]))),
      ]
    : []),
  ...Array.from({ length: Math.ceil(spans.length / maxSpans) }, (_, index) =>
    tx
      .insert(reportSpans)
      .values(spans.slice(index * maxSpans, (index + 1) * maxSpans).map((span) => ({ ...span, siteId }))),
  ),
];
