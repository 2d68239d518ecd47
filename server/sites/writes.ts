import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Database, NewEvent, Queries, Statement } from '../core/db/database.ts';
import { siteChanged } from '../core/people/sites/sites.ts';
import { sites } from '../core/people/sites/tables.ts';
import { memberships } from '../core/people/staff/tables.ts';
import { listSiteTables } from './queries.ts';

/** Rows that are deleted at a time: nobody waits long for the database. */
const batchLength = 2_000;

/** The event that has every process forget the site as it was. */
export const siteEvent = (siteId: string): NewEvent => ({
  kind: siteChanged,
  subject: siteId,
  audience: 'staff',
});

export const insertOwner = (tx: Queries, siteId: string, staffId: string, now: number): Statement =>
  tx.insert(memberships).values({ siteId, staffId, role: 'owner', createdAt: now });

export const setSiteState = (
  tx: Queries,
  siteId: string,
  state: { archivedAt?: number | null; deletedAt?: number | null },
): Statement => tx.update(sites).set(state).where(eq(sites.id, siteId));

/** Deletes a batch of a table's rows of a site. @returns their number. The table's name is the database's own */
const deleteBatch = async (database: Database, table: string, siteId: string): Promise<number> => {
  const name = `"${table.replaceAll('"', '""')}"`;
  const rows = await database.raw(
    database.dialect === 'sqlite'
      ? `delete from ${name} where rowid in (select rowid from ${name} where site_id = ? limit ${batchLength}) returning 1`
      : `delete from ${name} where ctid in (select ctid from ${name} where site_id = $1 limit ${batchLength}) returning 1`,
    [siteId],
  );
  return rows.length;
};

/** Deletes a site with everything that is its own, its files included. Safe to begin again. */
export const purgeSite = async (
  { database, config }: Pick<Context, 'database' | 'config'>,
  siteId: string,
): Promise<void> => {
  for (const table of await listSiteTables(database))
    while ((await deleteBatch(database, table, siteId)) === batchLength);
  await rm(join(config.dataDirectory, 'attachments', siteId), { recursive: true, force: true });
  // Last: until then it can be begun again.
  await database.write((tx) => [tx.delete(sites).where(eq(sites.id, siteId))]);
};
