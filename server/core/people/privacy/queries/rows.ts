import { and, asc, count, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Context } from '../../../../context.ts';
import { batchSize, type Person, type PersonalRow } from '../person.ts';
import type { PersonalData } from '../personalData.ts';

/** Whether a column holds one of some values; nothing is one of none. */
export const isOneOf = (column: SQLiteColumn, values: readonly string[]): SQL =>
  values.length ? inArray(column, [...values]) : sql`1 = 0`;

/** Where a person's rows of a table are, and what tells one from another. */
export interface PersonalTable<Table extends SQLiteTable & { siteId: SQLiteColumn }> {
  kind: PersonalData['kind'];
  table: Table;
  /** Unique among a person's rows. */
  key: SQLiteColumn | SQL<string>;
  /** Which rows are theirs. */
  of(person: Person): SQL | undefined;
  /** Columns that are told to nobody: hashes, and what is kept twice. */
  without?: readonly string[];
}

const conditionOf = <Table extends SQLiteTable & { siteId: SQLiteColumn }>(
  { table, of }: PersonalTable<Table>,
  person: Person,
): SQL | undefined => and(eq(table.siteId, person.siteId), of(person));

/** Counts a person's rows of a table. */
export const countRows = async <Table extends SQLiteTable & { siteId: SQLiteColumn }>(
  ctx: Pick<Context, 'database'>,
  given: PersonalTable<Table>,
  person: Person,
): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ rows: count().mapWith(Number) })
    .from(given.table as SQLiteTable)
    .where(conditionOf(given, person));
  return row?.rows ?? 0;
};

/** A page of a person's rows, by their key. @param after the key of the last one of the page before; empty for the first */
export const pageOfRows = <Table extends SQLiteTable & { siteId: SQLiteColumn }>(
  ctx: Pick<Context, 'database'>,
  given: PersonalTable<Table>,
  person: Person,
  after = '',
  max = batchSize,
): Promise<{ row: Table['$inferSelect']; key: string }[]> =>
  ctx.database.read
    .select({ row: given.table as SQLiteTable, key: sql<string>`${given.key}` })
    .from(given.table as SQLiteTable)
    .where(and(conditionOf(given, person), after === '' ? undefined : gt(sql`${given.key}`, after)))
    .orderBy(asc(sql`${given.key}`))
    .limit(max) as unknown as Promise<{ row: Table['$inferSelect']; key: string }[]>;

/** All of a person's rows of a table, a page at a time. */
export async function* eachRow<Table extends SQLiteTable & { siteId: SQLiteColumn }>(
  ctx: Pick<Context, 'database'>,
  given: PersonalTable<Table>,
  person: Person,
): AsyncGenerator<Table['$inferSelect']> {
  for (let after = ''; ; ) {
    const page = await pageOfRows(ctx, given, person, after);
    for (const { row } of page) yield row;
    const last = page.at(-1);
    if (!last || page.length < batchSize) return;
    after = last.key;
  }
}

/** A row as it is exported. */
const exported = (row: object, without: readonly string[]): PersonalRow =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([name, value]) => name !== 'siteId' && name !== 'rich' && value !== null && !without.includes(name),
    ),
  );

/** Counts and exports a person's rows of a table; their erasure is defined beside it. */
export const personalTable = <Table extends SQLiteTable & { siteId: SQLiteColumn }>(
  given: PersonalTable<Table>,
): Pick<PersonalData, 'kind' | 'count' | 'export'> => ({
  kind: given.kind,
  count: (ctx, person) => countRows(ctx, given, person),
  async *export(ctx, person) {
    for await (const row of eachRow(ctx, given, person)) yield exported(row, given.without ?? []);
  },
});

/** The different texts of a column of a site's rows, a page at a time. */
export async function* eachText<Table extends SQLiteTable & { siteId: SQLiteColumn }>(
  ctx: Pick<Context, 'database'>,
  table: Table,
  column: SQLiteColumn,
  siteId: string,
): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const page = await ctx.database.read
      .select({ text: sql<string>`${column}` })
      .from(table as SQLiteTable)
      .where(and(eq(table.siteId, siteId), gt(column, after)))
      .groupBy(column)
      .orderBy(asc(column))
      .limit(batchSize);
    for (const { text } of page) yield text;
    const last = page.at(-1);
    if (!last || page.length < batchSize) return;
    after = last.text;
  }
}
