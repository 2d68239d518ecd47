import { eq, inArray } from 'drizzle-orm';
import type { Queries, Statement } from '../core/db/database.ts';
import { logs } from '../core/events/tables.ts';
import { factHeads } from '../core/facts/tables.ts';
import { staff } from '../core/people/staff/tables.ts';
import type { Row } from './queries.ts';
import type { SiteTable } from './tables.ts';

export const insertRow = (tx: Queries, { table }: SiteTable, siteId: string, row: Row): Statement =>
  tx.insert(table).values({ ...row, siteId } as never);

/** The statement that makes a person who can't log in before they are invited or set a password by email. */
export const insertPerson = (
  tx: Queries,
  person: { id: string; email: string; name: string },
  now: number,
): Statement => tx.insert(staff).values({ ...person, passwordHash: '', createdAt: now });

/** The statements that delete people who were made for nothing. */
export const deletePeople = (tx: Queries, ids: readonly string[]): Statement[] =>
  ids.length ? [tx.delete(staff).where(inArray(staff.id, [...ids]))] : [];

/** The statements that have a site's log and facts go on behind what was moved. */
export const setPlaces = (
  tx: Queries,
  siteId: string,
  { log, facts }: { log: number; facts: number },
): Statement[] => [
  tx
    .update(logs)
    .set({ head: log, oldest: log + 1 })
    .where(eq(logs.siteId, siteId)),
  tx.delete(factHeads).where(eq(factHeads.siteId, siteId)),
  tx.insert(factHeads).values({ siteId, head: facts }),
];
