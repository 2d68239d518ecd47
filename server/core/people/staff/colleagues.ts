import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { memberships, presences, staff } from './tables.ts';

/** Everybody who answers on a site, with where to write to and when they were last at the inbox. */
export const listColleagues = async (ctx: Context, siteId: string) => {
  const rows = await ctx.database.read
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: memberships.role,
      disabledAt: staff.disabledAt,
      passwordHash: staff.passwordHash,
      seenAt: presences.seenAt,
    })
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .leftJoin(presences, and(eq(presences.siteId, memberships.siteId), eq(presences.staffId, staff.id)))
    .where(eq(memberships.siteId, siteId))
    .orderBy(asc(staff.createdAt), asc(staff.id));
  return rows
    .filter((person) => person.disabledAt === null && person.passwordHash !== '')
    .map(({ id, name, email, role, seenAt }) => ({ id, name, email, role, seenAt: seenAt ?? 0 }));
};

export type Colleague = Awaited<ReturnType<typeof listColleagues>>[number];
