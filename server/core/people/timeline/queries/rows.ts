import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Context } from '../../../../context.ts';
import type { Person } from '../../privacy/person.ts';
import { maxTimelineText, type TimelineEntry, type TimelinePlace, type TimelineSource } from '../source.ts';

/** The columns that entries are made of. */
interface TimelineTable<Row> {
  table: SQLiteTable & { siteId: SQLiteColumn };
  /** Unique among the person's rows. */
  key: SQLiteColumn | SQL<string>;
  at: SQLiteColumn;
  /** Which rows are the person's. */
  of(person: Person): SQL | undefined;
  select: { [Name in keyof Row]: SQLiteColumn | SQL<Row[Name]> };
  toEntry(row: Row, id: string): Omit<TimelineEntry, 'id' | 'at'>;
}

/** Rows after a place, the newest first. */
const isAfter = (at: SQLiteColumn, id: SQLiteColumn | SQL<string>, place: TimelinePlace): SQL | undefined =>
  place.id === '' ? lt(at, place.at) : or(lt(at, place.at), and(eq(at, place.at), sql`${id} < ${place.id}`));

/** Makes entries of the rows of one table. */
export const timelineOf = <Row>(
  ctx: Pick<Context, 'database'>,
  given: TimelineTable<Row>,
): TimelineSource => ({
  async read(person, after, max) {
    const rows = (await ctx.database.read
      .select({
        ...(given.select as Record<string, SQL>),
        entryId: sql<string>`${given.key}`,
        entryAt: given.at,
      })
      .from(given.table)
      .where(
        and(eq(given.table.siteId, person.siteId), given.of(person), isAfter(given.at, given.key, after)),
      )
      .orderBy(desc(given.at), desc(sql`${given.key}`))
      .limit(max)) as unknown as (Row & { entryId: string; entryAt: number })[];
    return rows.map((row) => ({ id: row.entryId, at: row.entryAt, ...given.toEntry(row, row.entryId) }));
  },
});

/** The first words of a column. */
export const firstWords = (column: SQLiteColumn): SQL<string> =>
  sql<string>`substr(coalesce(${column}, ''), 1, ${sql.raw(String(maxTimelineText))})`;
