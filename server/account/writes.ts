import { hashSecret } from '../core/people/secrets.ts';
import { and, eq, ne, lt } from 'drizzle-orm';
import { type Queries, type Statement, type Decisive, decisive } from '../core/db/database.ts';
import { passkeys } from './tables.ts';
import { sessions, staff, staffInvites, passwordResets, recoveryCodes } from '../core/people/staff/tables.ts';

export const endOthers = (tx: Queries, staffId: string, keep: string | null): Statement =>
  tx
    .delete(sessions)
    .where(and(eq(sessions.staffId, staffId), keep === null ? undefined : ne(sessions.hash, keep)));

export const setPassword = (tx: Queries, staffId: string, passwordHash: string): Statement =>
  tx.update(staff).set({ passwordHash }).where(eq(staff.id, staffId));

export const setName = (tx: Queries, staffId: string, name: string): Statement =>
  tx.update(staff).set({ name }).where(eq(staff.id, staffId));

export const endSessions = (tx: Queries, staffId: string, hashes: readonly string[]): Statement[] =>
  hashes.map((hash) =>
    tx.delete(sessions).where(and(eq(sessions.staffId, staffId), eq(sessions.hash, hash))),
  );

/** Stores the link of a reset: its secret as a hash. */
export const insertReset = (tx: Queries, staffId: string, secret: string, endsAt: number): Statement =>
  tx.insert(passwordResets).values({ hash: hashSecret(secret), staffId, endsAt });

export const forgetResets = (tx: Queries, staffId: string): Statement =>
  tx.delete(passwordResets).where(eq(passwordResets.staffId, staffId));

/** Uses up the link of a reset, which decides, and forgets the person's others and all that ended. */
export const useReset = (
  tx: Queries,
  staffId: string,
  secret: string,
  now: number,
): (Statement | Decisive)[] => [
  decisive(tx.delete(passwordResets).where(eq(passwordResets.hash, hashSecret(secret)))),
  tx.delete(passwordResets).where(lt(passwordResets.endsAt, now)),
  forgetResets(tx, staffId),
];

/** Stores the link of a mail that invites somebody: its secret as a hash. */
export const setMailLink = (tx: Queries, siteId: string, id: string, secret: string): Statement =>
  tx
    .update(staffInvites)
    .set({ mailHash: hashSecret(secret) })
    .where(and(eq(staffInvites.siteId, siteId), eq(staffInvites.id, id)));

/** @param sealed the authenticator's secret, shown and not yet confirmed */
export const proposeSecondFactor = (tx: Queries, staffId: string, sealed: string): Statement =>
  tx.update(staff).set({ totpSecret: sealed }).where(eq(staff.id, staffId));

/** Asks for the second factor from now on. @param codes recovery codes, as hashes, in place of those before */
export const turnOnSecondFactor = (
  tx: Queries,
  staffId: string,
  step: number,
  codes: readonly string[],
  now: number,
): Statement[] => [
  tx.update(staff).set({ totpSince: now, totpStep: step }).where(eq(staff.id, staffId)),
  tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId)),
  tx.insert(recoveryCodes).values(codes.map((hash) => ({ staffId, hash }))),
];

export const turnOffSecondFactor = (tx: Queries, staffId: string): Statement[] => [
  tx.update(staff).set({ totpSecret: null, totpSince: null, totpStep: 0 }).where(eq(staff.id, staffId)),
  tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId)),
];

export const insertPasskey = (tx: Queries, row: typeof passkeys.$inferInsert): Statement =>
  tx.insert(passkeys).values(row);

/** Removes a passkey of a person, which decides. */
export const deletePasskey = (tx: Queries, staffId: string, id: string): Decisive =>
  decisive(tx.delete(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.staffId, staffId))));

/**
 * Counts a login by a passkey. It decides: a counter that hasn't gone on since whichever login was counted last is
 * refused; 0 is that of a passkey that doesn't count.
 */
export const countPasskey = (tx: Queries, id: string, to: { counter: number; usedAt: number }): Decisive =>
  decisive(
    tx
      .update(passkeys)
      .set(to)
      .where(
        and(
          eq(passkeys.id, id),
          to.counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, to.counter),
        ),
      ),
  );
