import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Database } from '../core/db/database.ts';
import { sites } from '../core/people/sites/tables.ts';
import type { Session } from '../core/people/staff/staff.ts';
import { memberships } from '../core/people/staff/tables.ts';

type Reads = Pick<Context, 'database'>;

/** The sites of a person, by name: of whom a provider vouched for, its own. */
export const listSitesOf = ({ database }: Reads, { staff, vouchedBy }: Session) =>
  database.read
    .select({
      site: sites.id,
      key: sites.key,
      name: sites.name,
      role: memberships.role,
      archivedAt: sites.archivedAt,
      deletedAt: sites.deletedAt,
    })
    .from(memberships)
    .innerJoin(sites, eq(sites.id, memberships.siteId))
    .where(
      and(
        eq(memberships.staffId, staff.id),
        vouchedBy === null ? undefined : eq(memberships.siteId, vouchedBy),
      ),
    )
    .orderBy(asc(sites.name), asc(sites.id));

/** When a site was deleted; null for one that stands, or is no more. */
export const findDeletedAt = async ({ database }: Reads, siteId: string): Promise<number | null> => {
  const [row] = await database.read
    .select({ deletedAt: sites.deletedAt })
    .from(sites)
    .where(eq(sites.id, siteId));
  return row?.deletedAt ?? null;
};

/** True for an owner of any of some sites. */
export const ownsAny = async ({ database }: Reads, staffId: string, ids: string[]): Promise<boolean> => {
  const [row] = await database.read
    .select({ site: memberships.siteId })
    .from(memberships)
    .where(
      and(eq(memberships.staffId, staffId), eq(memberships.role, 'owner'), inArray(memberships.siteId, ids)),
    )
    .limit(1);
  return row !== undefined;
};

/** Names of the tables that hold rows of sites, as the database knows them: none is forgotten. */
export const listSiteTables = async (database: Database): Promise<string[]> => {
  const rows =
    database.dialect === 'sqlite'
      ? await database.raw<{ name: string }>(
          `select m.name as name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'site_id'
           where m.type = 'table' and m.sql not like 'create virtual%' order by m.name`,
          [],
        )
      : await database.raw<{ name: string }>(
          `select c.table_name as name from information_schema.columns c
           join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
           where c.column_name = 'site_id' and c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
           order by c.table_name`,
          [],
        );
  return rows.map(({ name }) => name);
};
