import { and, eq, exists, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import type { Queries } from '../../db/database.ts';
import { noPassword } from '../staff/passwords.ts';
import { memberships, sessions, staff } from '../staff/tables.ts';

export const ofMember = (siteId: string, staffId: string) =>
  and(eq(memberships.siteId, siteId), eq(memberships.staffId, staffId));

/** Owners who can log in by themselves, whatever becomes of a provider. */
const standingOwners = (siteId: string) =>
  and(
    eq(memberships.siteId, siteId),
    eq(memberships.role, 'owner'),
    isNull(staff.disabledAt),
    notInArray(staff.passwordHash, ['', noPassword]),
  );

/**
 * True for a row that may lose its role: no owner, or one beside another who can log in by themselves. Decided inside
 * the site's ordered commits.
 */
export const leavesAnOwner = (tx: Queries, siteId: string, staffId: string) => {
  const others = tx
    .select({ id: staff.id })
    .from(staff)
    .where(
      and(
        isNull(staff.disabledAt),
        notInArray(staff.passwordHash, ['', noPassword]),
        ne(staff.id, staffId),
        sql`${staff.id} in (select owners.staff_id from ${memberships} as owners where owners.site_id = ${siteId} and owners.role = 'owner')`,
      ),
    );
  return or(ne(memberships.role, 'owner'), exists(others));
};

/** Whether a site has an owner who can log in by themselves. */
export const hasStandingOwner = async (ctx: Context, siteId: string): Promise<boolean> => {
  const rows = await ctx.database.read
    .select({ id: staff.id })
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(standingOwners(siteId))
    .limit(1);
  return rows.length > 0;
};

export const listLogins = (ctx: Context, staffId: string): Promise<{ hash: string }[]> =>
  ctx.database.read.select({ hash: sessions.hash }).from(sessions).where(eq(sessions.staffId, staffId));
