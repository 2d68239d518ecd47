import { and, eq, inArray, max, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { facts } from '../core/facts/tables.ts';
import { messages } from '../core/conversations/tables.ts';
import { staff } from '../core/people/staff/tables.ts';
import type { SiteTable } from './tables.ts';

type Reads = Pick<Context, 'database'>;
export type Row = Record<string, unknown>;

/** Rows read at a time. */
const pageLength = 200;

/** Rows that come after one, in the order of their key. */
const afterRow = ({ key }: SiteTable, row: Row): SQL =>
  sql`(${sql.join(
    key.map(({ column }) => sql`${column}`),
    sql`, `,
  )}) > (${sql.join(
    key.map(({ name, column }) => sql.param(row[name], column)),
    sql`, `,
  )})`;

/** All rows of a site in one table, without the site's ID, a page at a time in memory. */
export async function* rowsOf({ database }: Reads, siteId: string, given: SiteTable): AsyncGenerator<Row> {
  const { table, key } = given;
  for (let last: Row | null = null; ; ) {
    const rows: Row[] = await database.read
      .select()
      .from(table)
      .where(and(eq(table.siteId, siteId), last && key.length ? afterRow(given, last) : undefined))
      .orderBy(...key.map(({ column }) => column))
      .limit(pageLength);
    for (const { siteId: _, ...row } of rows) yield row;
    last = rows.at(-1) ?? null;
    if (!last || rows.length < pageLength || key.length === 0) return;
  }
}

/** People of the installation: for all who are named in a site's rows. */
export const listStaffIds = async ({ database }: Reads): Promise<string[]> =>
  (await database.read.select({ id: staff.id }).from(staff)).map(({ id }) => id);

export const listStaffNamed = ({ database }: Reads, ids: readonly string[]) =>
  database.read
    .select({ id: staff.id, email: staff.email, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, [...ids]));

export const findStaffByEmails = ({ database }: Reads, emails: readonly string[]) =>
  database.read
    .select({ id: staff.id, email: staff.email })
    .from(staff)
    .where(inArray(staff.email, [...emails]));

/** The highest places in a site's log and among its facts that rows name. */
export const highestPlaces = async ({ database }: Reads, siteId: string) => {
  const [said] = await database.read
    .select({ seq: max(messages.seq) })
    .from(messages)
    .where(eq(messages.siteId, siteId));
  const [counted] = await database.read
    .select({ place: max(facts.place) })
    .from(facts)
    .where(eq(facts.siteId, siteId));
  return { log: Number(said?.seq ?? 0), facts: Number(counted?.place ?? 0) };
};
