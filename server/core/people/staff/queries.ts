import { canonicalEmail } from '../../emailAddress.ts';
import { sites } from '../sites/tables.ts';
import { and, asc, eq, gt, inArray, isNull, lt, lte, ne, or } from 'drizzle-orm';
import type { Me } from '../../../../shared/core/people/staff.ts';
import type { Role } from '../../../../shared/core/people/roles.ts';
import type { Context } from '../../../context.ts';
import { memberships, staff, presences, alertChoices, teamMembers } from './tables.ts';
import type { Session, StaffMember } from './staff.ts';
import { type AlertChoices, usualChoices } from '../../../../shared/core/people/alertChoices.ts';
import { presenceHolds } from '../../../../shared/core/people/presence.ts';
import type { Person } from '../../../../shared/core/people/site.ts';
import { firstName } from '../names.ts';

/** Whether anybody has an account here: a fresh installation waits for its first. */
export const isAnyoneHere = async (ctx: Pick<Context, 'database'>): Promise<boolean> =>
  (await ctx.database.read.select({ id: staff.id }).from(staff).limit(1)).length > 0;

export const findStaffByEmail = async (ctx: Context, email: string) => {
  const [row] = await ctx.database.read
    .select()
    .from(staff)
    .where(and(eq(staff.email, canonicalEmail(email)), isNull(staff.disabledAt)))
    .limit(1);
  return row ?? null;
};

/** An account, with what its password is checked by. */
export const findAccount = async (ctx: Context, id: string) => {
  const [row] = await ctx.database.read
    .select({
      id: staff.id,
      email: staff.email,
      passwordHash: staff.passwordHash,
      totpSecret: staff.totpSecret,
      totpSince: staff.totpSince,
    })
    .from(staff)
    .where(eq(staff.id, id))
    .limit(1);
  return row ?? null;
};

/** The account with an address, shut out or not. */
export const findStaffId = async (ctx: Context, email: string): Promise<string | null> => {
  const [row] = await ctx.database.read
    .select({ id: staff.id })
    .from(staff)
    .where(eq(staff.email, canonicalEmail(email)))
    .limit(1);
  return row?.id ?? null;
};

/** A role that a session may act in: a provider vouches on its own site alone, and may be the only way in there. */
const isOpenTo = (vouchedBy: string | null) =>
  vouchedBy === null
    ? or(eq(sites.isProviderOnly, false), eq(memberships.role, 'owner'))
    : eq(memberships.siteId, vouchedBy);

/** @param vouchedBy the site whose provider vouched for the session; null for a login of their own */
export const toMeView = async (
  ctx: Context,
  person: StaffMember,
  vouchedBy: string | null = null,
): Promise<Me> => ({
  ...person,
  memberships: await ctx.database.read
    .select({ site: sites.id, key: sites.key, name: sites.name, role: memberships.role })
    .from(memberships)
    .innerJoin(sites, eq(sites.id, memberships.siteId))
    .where(and(eq(memberships.staffId, person.id), isNull(sites.deletedAt), isOpenTo(vouchedBy)))
    .orderBy(asc(sites.name)),
});

/** A session's role on a site; null where it has none, or doesn't open the site. */
export const findRole = async (
  ctx: Context,
  siteId: string,
  { staff: person, vouchedBy }: Pick<Session, 'staff' | 'vouchedBy'>,
): Promise<Role | null> => {
  const [row] = await ctx.database.read
    .select({ role: memberships.role })
    .from(memberships)
    .innerJoin(sites, eq(sites.id, memberships.siteId))
    .where(and(eq(memberships.siteId, siteId), eq(memberships.staffId, person.id), isOpenTo(vouchedBy)))
    .limit(1);
  return row?.role ?? null;
};

/** Only those who answer: moderators see nothing of what visitors write to the team. */
export const answersPeople = ne(memberships.role, 'moderator');

/** Everybody who answers on a site, by name; who was invited and has not come yet answers nobody. */
export const listStaff = (ctx: Context, siteId: string): Promise<{ id: string; name: string }[]> =>
  ctx.database.read
    .select({ id: staff.id, name: staff.name })
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(
      and(
        eq(memberships.siteId, siteId),
        answersPeople,
        isNull(staff.disabledAt),
        ne(staff.passwordHash, ''),
      ),
    )
    .orderBy(asc(staff.name));

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
    .where(and(eq(memberships.siteId, siteId), answersPeople))
    .orderBy(asc(staff.createdAt), asc(staff.id));
  return rows
    .filter((person) => person.disabledAt === null && person.passwordHash !== '')
    .map(({ id, name, email, role, seenAt }) => ({ id, name, email, role, seenAt: seenAt ?? 0 }));
};

/** Members of some of a site's teams, whoever of them has left meanwhile. */
export const listTeamMembers = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  teams: readonly string[],
): Promise<string[]> => {
  if (teams.length === 0) return [];
  const rows = await ctx.database.read
    .select({ id: teamMembers.staffId })
    .from(teamMembers)
    .where(and(eq(teamMembers.siteId, siteId), inArray(teamMembers.teamId, [...teams])));
  return rows.map(({ id }) => id);
};

/** Lists alert choices of a site's people; those who never chose get what is usual. */
export const listChoices = async (ctx: Context, siteId: string): Promise<Map<string, AlertChoices>> => {
  const rows = await ctx.database.read
    .select({ staffId: alertChoices.staffId, choices: alertChoices.choices })
    .from(alertChoices)
    .where(eq(alertChoices.siteId, siteId));
  return new Map(rows.map(({ staffId, choices }) => [staffId, { ...usualChoices, ...choices }]));
};

/** Finds one person's alert choices. @param zone for those who have not chosen: whose clock quiet hours would go by */
export const findChoices = async (
  ctx: Context,
  siteId: string,
  staffId: string,
  zone: string,
): Promise<AlertChoices> => {
  const [row] = await ctx.database.read
    .select({ choices: alertChoices.choices })
    .from(alertChoices)
    .where(and(eq(alertChoices.siteId, siteId), eq(alertChoices.staffId, staffId)));
  return { ...usualChoices, ...(row?.choices ?? { zone }) };
};

/** Members of the site's staff who said within the last minute that they are there. */
export const listOnline = async (
  ctx: Pick<Context, 'database' | 'clock'>,
  siteId: string,
): Promise<Person[]> => {
  const rows = await ctx.database.read
    .select({ id: staff.id, name: staff.name })
    .from(presences)
    .innerJoin(staff, eq(staff.id, presences.staffId))
    .innerJoin(
      memberships,
      and(eq(memberships.siteId, presences.siteId), eq(memberships.staffId, presences.staffId)),
    )
    .where(
      and(
        eq(presences.siteId, siteId),
        answersPeople,
        eq(presences.state, 'online'),
        gt(presences.seenAt, ctx.clock.now() - presenceHolds),
        isNull(staff.disabledAt),
      ),
    )
    .orderBy(asc(staff.createdAt), asc(staff.id));
  return rows.map(({ id, name }) => ({ id, name: firstName(name) }));
};

/** Finds when a person last said that they were there, however long ago. */
export const findPresence = async (ctx: Pick<Context, 'database'>, siteId: string, staffId: string) => {
  const [row] = await ctx.database.read
    .select()
    .from(presences)
    .where(and(eq(presences.siteId, siteId), eq(presences.staffId, staffId)));
  return row;
};

/** Presences last heard of before an instant, in an hour that is over by another, and of which something is to be kept. */
export const listLeftPresences = (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  seenBy: number,
  hourBefore: number,
) =>
  database.read
    .select()
    .from(presences)
    .where(
      and(
        eq(presences.siteId, siteId),
        lte(presences.seenAt, seenBy),
        lt(presences.hourAt, hourBefore),
        or(gt(presences.onlineFor, 0), eq(presences.state, 'online')),
      ),
    );
