import { canonicalEmail } from '../../emailAddress.ts';
import { and, eq, gt, isNull, lt, or, isNotNull } from 'drizzle-orm';
import { newId, newSecret } from '../../../../shared/core/ids.ts';
import type { Role } from '../../../../shared/core/people/roles.ts';
import type { Context } from '../../../context.ts';
import { hashPassword } from './passwords.ts';
import { hashSecret } from '../secrets.ts';
import {
  memberships,
  sessions,
  staff,
  alertChoices,
  auditEntries,
  recoveryCodes,
  presences,
  staffInvites,
} from './tables.ts';
import { revokeTokensOf } from '../tokens/writes/tokens.ts';
import type { Session } from './staff.ts';
import type { AlertChoices } from '../../../../shared/core/people/alertChoices.ts';
import { type Queries, type Statement, decisive } from '../../db/database.ts';
import { hashCode, unseal, stepOf } from './secondFactor.ts';

/** A session that is not used for so long ends, milliseconds. */
const idleLifetime = 12 * 3_600_000;

/** A session ends after so long, used or not. */
const absoluteLifetime = 7 * 24 * 3_600_000;

/** "Last used" is written at most this often a session, milliseconds. */
const touchEvery = 5 * 60_000;

const alive = (now: number) =>
  and(
    gt(sessions.seenAt, now - idleLifetime),
    gt(sessions.createdAt, now - absoluteLifetime),
    isNull(staff.disabledAt),
  );

/** The person behind a session cookie, or null: unknown, expired, or no longer allowed in. */
export const findSession = async (ctx: Context, cookie: string | undefined): Promise<Session | null> =>
  cookie ? findSessionByHash(ctx, hashSecret(cookie)) : null;

/** The session whose secret has this hash, as far as it is still alive: for what ends with the login that made it. */
export const findSessionByHash = async (ctx: Context, hash: string): Promise<Session | null> => {
  const now = ctx.clock.now();
  const [row] = await ctx.database.read
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      seenAt: sessions.seenAt,
      vouchedBy: sessions.vouchedBy,
    })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(and(eq(sessions.hash, hash), alive(now)))
    .limit(1);
  if (!row) return null;
  if (row.seenAt < now - touchEvery)
    await ctx.database.write((tx) => [
      tx.update(sessions).set({ seenAt: now }).where(eq(sessions.hash, hash)),
    ]);
  return { hash, staff: { id: row.id, name: row.name, email: row.email }, vouchedBy: row.vouchedBy };
};

/** Starts a session with a new id, ending the one the browser came with, if any. @returns the cookie's value */
export const startSession = async (
  ctx: Context,
  staffId: string,
  device: string,
  { replaced, vouchedBy = null }: { replaced: string | undefined; vouchedBy?: string | null },
): Promise<string> => {
  const cookie = newSecret();
  const now = ctx.clock.now();
  await ctx.database.write((tx) => [
    tx.insert(sessions).values({
      hash: hashSecret(cookie),
      staffId,
      createdAt: now,
      seenAt: now,
      device,
      rotations: 0,
      vouchedBy,
    }),
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

/** Shuts a person out: their sessions and tokens end at once, their streams within seconds. */
export const disableStaff = (ctx: Pick<Context, 'database' | 'clock'>, staffId: string): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx.update(staff).set({ disabledAt: ctx.clock.now() }).where(eq(staff.id, staffId)),
    tx.delete(sessions).where(eq(sessions.staffId, staffId)),
    revokeTokensOf(tx, null, staffId, ctx.clock.now()),
  ]);

/** Lets a person who was shut out log in again. */
export const enableStaff = (ctx: Pick<Context, 'database'>, staffId: string): Promise<boolean> =>
  ctx.database.write((tx) => [tx.update(staff).set({ disabledAt: null }).where(eq(staff.id, staffId))]);

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
  const email = canonicalEmail(given.email);
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
    tx.delete(staffInvites).where(and(eq(staffInvites.siteId, given.site), eq(staffInvites.email, email))),
  ]);
  return id;
};

export const saveChoices = (
  tx: Queries,
  row: { siteId: string; staffId: string; choices: AlertChoices; updatedAt: number },
): Statement =>
  tx
    .insert(alertChoices)
    .values(row)
    .onConflictDoUpdate({
      target: [alertChoices.siteId, alertChoices.staffId],
      set: { choices: row.choices, updatedAt: row.updatedAt },
    });

/** Actions that are told of a person on every site that they are on. */
export type OwnAction =
  | 'login'
  | 'login_failed'
  | 'password'
  | 'renamed'
  | 'second_factor_on'
  | 'second_factor_off'
  | 'sessions_ended'
  | 'disabled'
  | 'enabled'
  | 'reset'
  | 'proof_failed'
  | 'passkey_added'
  | 'passkey_removed'
  | 'passkey_copied';

/**
 * Keeps who did what. It is written after the action: that it could not be is logged, and undoes nothing.
 * @param action the route's method and path, as the contract names it; or one of a person's own actions
 */
export const recordAudit = async (
  ctx: Context,
  siteIds: readonly string[],
  staffId: string,
  action: string,
  { conversationId = null, tokenId = null }: { conversationId?: string | null; tokenId?: string | null } = {},
): Promise<void> => {
  if (siteIds.length === 0) return;
  const now = ctx.clock.now();
  try {
    await ctx.database.write((tx) => [
      tx.insert(auditEntries).values(
        siteIds.map((siteId) => ({
          siteId,
          id: newId(now),
          at: now,
          staffId,
          action,
          conversationId,
          tokenId,
        })),
      ),
    ]);
  } catch (err) {
    ctx.metrics.faults.inc({ kind: 'audit' });
    ctx.log.error({ err, staff: staffId, action }, 'a action could not be written down');
  }
};

/** Keeps what somebody did with their own login, on every site that they are on. */
export const recordOwnAudit = async (ctx: Context, staffId: string, action: OwnAction): Promise<void> => {
  const rows = await ctx.database.read
    .select({ siteId: memberships.siteId })
    .from(memberships)
    .where(eq(memberships.staffId, staffId));
  await recordAudit(
    ctx,
    rows.map(({ siteId }) => siteId),
    staffId,
    action,
  );
};

/** Takes a code of a person's second factor: one of now that was not used before, or a recovery code, which is used up. */
export const takeCode = async (
  ctx: Pick<Context, 'database' | 'clock' | 'secrets'>,
  person: { id: string; totpSecret: string | null },
  code: string,
): Promise<boolean> => {
  if (person.totpSecret === null) return false;
  const step = stepOf(unseal(ctx, person.totpSecret), code, ctx.clock.now());
  return ctx.database.write((tx) => [
    decisive(
      step !== null
        ? tx
            .update(staff)
            .set({ totpStep: step })
            .where(and(eq(staff.id, person.id), isNotNull(staff.totpSecret), lt(staff.totpStep, step)))
        : tx
            .delete(recoveryCodes)
            .where(
              and(eq(recoveryCodes.staffId, person.id), eq(recoveryCodes.hash, hashCode(person.id, code))),
            ),
    ),
  ]);
};

export const savePresence = (tx: Queries, row: typeof presences.$inferInsert): Statement =>
  tx
    .insert(presences)
    .values(row)
    .onConflictDoUpdate({
      target: [presences.siteId, presences.staffId],
      set: { state: row.state, seenAt: row.seenAt, hourAt: row.hourAt, onlineFor: row.onlineFor },
    });

/** Changes a presence as it was read: not one that was heard of meanwhile. */
export const updatePresence = (
  tx: Queries,
  { siteId, staffId, seenAt, hourAt }: typeof presences.$inferSelect,
  to: Partial<typeof presences.$inferInsert>,
): Statement =>
  tx
    .update(presences)
    .set(to)
    .where(
      and(
        eq(presences.siteId, siteId),
        eq(presences.staffId, staffId),
        eq(presences.seenAt, seenAt),
        eq(presences.hourAt, hourAt),
      ),
    );
