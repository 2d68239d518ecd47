import { sites } from '../sites/tables.ts';
import { and, asc, eq, gt, isNull, lt, ne, or } from 'drizzle-orm';
import { newId, newSecret } from '../../../../shared/core/ids.ts';
import type { Me, Role } from '../../../../shared/core/people/staff.ts';
import type { Context } from '../../../context.ts';
import { hashPassword } from './passwords.ts';
import { hashSecret } from '../secrets.ts';
import { memberships, sessions, staff } from './tables.ts';

/** A session that is not used for so long ends, milliseconds. */
const idleLifetime = 12 * 3_600_000;
/** A session ends after so long, used or not. */
const absoluteLifetime = 7 * 24 * 3_600_000;
/** "Last used" is written at most this often a session, milliseconds. */
const touchEvery = 5 * 60_000;

export interface StaffMember {
  id: string;
  name: string;
  email: string;
}

export interface Session {
  hash: string;
  staff: StaffMember;
}

const alive = (now: number) =>
  and(
    gt(sessions.seenAt, now - idleLifetime),
    gt(sessions.createdAt, now - absoluteLifetime),
    isNull(staff.disabledAt),
  );

/** The person behind a session cookie, or null: unknown, expired, or no longer allowed in. */
export const findSession = async (ctx: Context, cookie: string | undefined): Promise<Session | null> => {
  if (!cookie) return null;
  const hash = hashSecret(cookie);
  const now = ctx.clock.now();
  const [row] = await ctx.database.read
    .select({ id: staff.id, name: staff.name, email: staff.email, seenAt: sessions.seenAt })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(and(eq(sessions.hash, hash), alive(now)))
    .limit(1);
  if (!row) return null;
  if (row.seenAt < now - touchEvery)
    await ctx.database.write((tx) => [
      tx.update(sessions).set({ seenAt: now }).where(eq(sessions.hash, hash)),
    ]);
  return { hash, staff: { id: row.id, name: row.name, email: row.email } };
};

/** Starts a session with a new id, ending the one the browser came with, if any. @returns the cookie's value */
export const startSession = async (
  ctx: Context,
  staffId: string,
  device: string,
  replaced: string | undefined,
): Promise<string> => {
  const cookie = newSecret();
  const now = ctx.clock.now();
  await ctx.database.write((tx) => [
    tx
      .insert(sessions)
      .values({ hash: hashSecret(cookie), staffId, createdAt: now, seenAt: now, device, rotations: 0 }),
    tx
      .delete(sessions)
      .where(
        or(
          eq(sessions.hash, replaced ? hashSecret(replaced) : ''),
          lt(sessions.seenAt, now - idleLifetime),
          lt(sessions.createdAt, now - absoluteLifetime),
        ),
      ),
  ]);
  return cookie;
};

export const endSession = (ctx: Context, hash: string): Promise<boolean> =>
  ctx.database.write((tx) => [tx.delete(sessions).where(eq(sessions.hash, hash))]);

/** Shuts a person out: their sessions end at once, their streams within seconds. */
export const disableStaff = (ctx: Pick<Context, 'database' | 'clock'>, staffId: string): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx.update(staff).set({ disabledAt: ctx.clock.now() }).where(eq(staff.id, staffId)),
    tx.delete(sessions).where(eq(sessions.staffId, staffId)),
  ]);

export const findStaffByEmail = async (ctx: Context, email: string) => {
  const [row] = await ctx.database.read
    .select()
    .from(staff)
    .where(and(eq(staff.email, email.toLowerCase()), isNull(staff.disabledAt)))
    .limit(1);
  return row ?? null;
};

export const describeMe = async (ctx: Context, person: StaffMember): Promise<Me> => ({
  ...person,
  memberships: await ctx.database.read
    .select({ site: sites.id, key: sites.key, name: sites.name, role: memberships.role })
    .from(memberships)
    .innerJoin(sites, eq(sites.id, memberships.siteId))
    .where(eq(memberships.staffId, person.id))
    .orderBy(asc(sites.name)),
});

export const findRole = async (ctx: Context, siteId: string, staffId: string): Promise<Role | null> => {
  const [row] = await ctx.database.read
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.siteId, siteId), eq(memberships.staffId, staffId)))
    .limit(1);
  return row?.role ?? null;
};

/** Everybody who answers on a site, by name; who was invited and has not come yet answers nobody. */
export const listStaff = (ctx: Context, siteId: string): Promise<{ id: string; name: string }[]> =>
  ctx.database.read
    .select({ id: staff.id, name: staff.name })
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(and(eq(memberships.siteId, siteId), isNull(staff.disabledAt), ne(staff.passwordHash, '')))
    .orderBy(asc(staff.name));

/**
 * Makes a person who answers, with a role on a site; an e-mail that is known only gets the role, and a password when
 * there is none yet.
 * @returns the person's id
 */
export const createStaff = async (
  ctx: Pick<Context, 'database' | 'clock'>,
  given: { site: string; email: string; name: string; password: string; role: Role },
): Promise<string> => {
  const now = ctx.clock.now();
  const email = given.email.toLowerCase();
  const [known] = await ctx.database.read
    .select({ id: staff.id, passwordHash: staff.passwordHash })
    .from(staff)
    .where(eq(staff.email, email))
    .limit(1);
  const id = known?.id ?? newId(now);
  const passwordHash = known?.passwordHash || (await hashPassword(given.password));
  await ctx.database.write((tx) => [
    ...(known
      ? [
          tx
            .update(staff)
            .set({ passwordHash })
            .where(and(eq(staff.id, id), eq(staff.passwordHash, ''))),
        ]
      : [tx.insert(staff).values({ id, email, name: given.name, passwordHash, createdAt: now })]),
    tx
      .insert(memberships)
      .values({ siteId: given.site, staffId: id, role: given.role, createdAt: now })
      .onConflictDoUpdate({ target: [memberships.siteId, memberships.staffId], set: { role: given.role } }),
  ]);
  return id;
};
