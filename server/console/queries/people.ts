import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Colleague } from '../../../shared/console/schema.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import { ofMember } from '../../core/people/members/queries.ts';
import { memberships, staff, staffInvites } from '../../core/people/staff/tables.ts';

const columns = {
  id: staff.id,
  name: staff.name,
  email: staff.email,
  role: memberships.role,
  since: memberships.createdAt,
};

const invitedColumns = {
  id: staffInvites.id,
  name: staffInvites.name,
  email: staffInvites.email,
  role: staffInvites.role,
  since: staffInvites.createdAt,
};

export const ofInvited = (siteId: string, id: string) =>
  and(eq(staffInvites.siteId, siteId), eq(staffInvites.id, id));

/** Everybody on a site, by name, then who is invited. */
export const listColleagues = async (ctx: Context, siteId: string): Promise<Colleague[]> => {
  const { read } = ctx.database;
  const [members, invited] = await Promise.all([
    read
      .select(columns)
      .from(memberships)
      .innerJoin(staff, eq(staff.id, memberships.staffId))
      .where(and(eq(memberships.siteId, siteId), isNull(staff.disabledAt)))
      .orderBy(asc(staff.name), asc(staff.id)),
    read
      .select(invitedColumns)
      .from(staffInvites)
      .where(eq(staffInvites.siteId, siteId))
      .orderBy(asc(staffInvites.name), asc(staffInvites.id)),
  ]);
  return [
    ...members.map((row) => ({ ...row, pending: false })),
    ...invited.map((row) => ({ ...row, pending: true })),
  ];
};

/** Finds a person on a site, or invited to it. @throws Failure `not_found` */
export const findColleague = async (ctx: Context, siteId: string, id: string): Promise<Colleague> => {
  const [member] = await ctx.database.read
    .select(columns)
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(and(ofMember(siteId, id), isNull(staff.disabledAt)))
    .limit(1);
  if (member) return { ...member, pending: false };
  const [invited] = await ctx.database.read
    .select(invitedColumns)
    .from(staffInvites)
    .where(ofInvited(siteId, id))
    .limit(1);
  if (invited) return { ...invited, pending: true };
  throw notFound();
};

/** The id of who is on a site with an address; null when nobody is. */
export const findMemberByEmail = async (
  ctx: Context,
  siteId: string,
  email: string,
): Promise<string | null> => {
  const [row] = await ctx.database.read
    .select({ id: staff.id })
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(and(eq(memberships.siteId, siteId), eq(staff.email, email)))
    .limit(1);
  return row?.id ?? null;
};

/** The invitation of a site for an address. */
export const findInvited = async (ctx: Context, siteId: string, email: string) => {
  const [row] = await ctx.database.read
    .select()
    .from(staffInvites)
    .where(and(eq(staffInvites.siteId, siteId), eq(staffInvites.email, email)))
    .limit(1);
  return row ?? null;
};
