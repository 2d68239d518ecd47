import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { Colleague } from '../../../shared/console/schema.ts';
import type { Role } from '../../../shared/core/people/staff.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import { memberships, staff } from '../../core/people/staff/tables.ts';

export const ofMember = (siteId: string, staffId: string) =>
  and(eq(memberships.siteId, siteId), eq(memberships.staffId, staffId));

const columns = {
  id: staff.id,
  name: staff.name,
  email: staff.email,
  passwordHash: staff.passwordHash,
  role: memberships.role,
  since: memberships.createdAt,
};

type Row = { id: string; name: string; email: string; passwordHash: string; role: Role; since: number };

// No password was ever set: nothing verifies against the empty hash.
const describe = ({ passwordHash, ...row }: Row): Colleague => ({ ...row, pending: passwordHash === '' });

/** Everybody on a site, by name. */
export const listColleagues = async (ctx: Context, siteId: string): Promise<Colleague[]> => {
  const rows = await ctx.database.read
    .select(columns)
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(and(eq(memberships.siteId, siteId), isNull(staff.disabledAt)))
    .orderBy(asc(staff.name), asc(staff.id));
  return rows.map(describe);
};

/** @throws Failure `not_found` */
export const findColleague = async (ctx: Context, siteId: string, id: string): Promise<Colleague> => {
  const [row] = await ctx.database.read
    .select(columns)
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(and(ofMember(siteId, id), isNull(staff.disabledAt)))
    .limit(1);
  if (!row) throw notFound();
  return describe(row);
};

/** True for a row that may lose its role: no owner, or one of several. Decided inside the site's ordered commits. */
export const leavesAnOwner = (siteId: string) =>
  or(
    ne(memberships.role, 'owner'),
    sql`(select count(*) from ${memberships} as others where others.site_id = ${siteId} and others.role = 'owner') > 1`,
  );
