import { and, asc, count, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { apiTokens } from '../core/people/tokens/tables.ts';
import { hashSecret } from '../core/people/secrets.ts';
import { passkeys } from './tables.ts';
import {
  auditEntries,
  memberships,
  passwordResets,
  recoveryCodes,
  sessions,
  staff,
  staffInvites,
} from '../core/people/staff/tables.ts';

export const findPerson = async (ctx: Context, id: string) => {
  const [row] = await ctx.database.read.select().from(staff).where(eq(staff.id, id));
  return row ?? null;
};

export const findStaffInvite = async (ctx: Context, siteId: string, id: string) => {
  const [row] = await ctx.database.read
    .select()
    .from(staffInvites)
    .where(and(eq(staffInvites.siteId, siteId), eq(staffInvites.id, id)));
  return row ?? null;
};

export const listSessions = (ctx: Context, staffId: string) =>
  ctx.database.read
    .select()
    .from(sessions)
    .where(eq(sessions.staffId, staffId))
    .orderBy(desc(sessions.seenAt));

export const countCodes = async (ctx: Context, staffId: string): Promise<number> => {
  const [row] = await ctx.database.read
    .select({ codes: count().mapWith(Number) })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.staffId, staffId));
  return row?.codes ?? 0;
};

export const listPasskeys = (ctx: Context, staffId: string) =>
  ctx.database.read
    .select()
    .from(passkeys)
    .where(eq(passkeys.staffId, staffId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));

/** A passkey and whose it is: of nobody who was shut out. */
export const findPasskey = async (ctx: Context, credentialId: string) => {
  const [row] = await ctx.database.read
    .select({ passkey: passkeys, person: { id: staff.id, name: staff.name, email: staff.email } })
    .from(passkeys)
    .innerJoin(staff, eq(staff.id, passkeys.staffId))
    .where(and(eq(passkeys.credentialId, credentialId), isNull(staff.disabledAt)));
  return row ?? null;
};

/** A site that a person is on: whose jobs send them mail. */
export const findSiteOf = async (ctx: Context, staffId: string): Promise<string | null> => {
  const [row] = await ctx.database.read
    .select({ siteId: memberships.siteId })
    .from(memberships)
    .where(eq(memberships.staffId, staffId))
    .limit(1);
  return row?.siteId ?? null;
};

/** The person whom a link gives a new password, while it lasts. */
export const findReset = async (ctx: Context, secret: string): Promise<string | null> => {
  const [row] = await ctx.database.read
    .select({ staffId: passwordResets.staffId })
    .from(passwordResets)
    .where(and(eq(passwordResets.hash, hashSecret(secret)), gt(passwordResets.endsAt, ctx.clock.now())));
  return row?.staffId ?? null;
};

export const listAuditRows = (
  ctx: Context,
  siteId: string,
  given: { before?: string | undefined; staff?: string | undefined },
  max: number,
) =>
  ctx.database.read
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      action: auditEntries.action,
      conversation: auditEntries.conversationId,
      who: staff.name,
      via: apiTokens.name,
    })
    .from(auditEntries)
    .leftJoin(staff, eq(staff.id, auditEntries.staffId))
    .leftJoin(
      apiTokens,
      and(eq(apiTokens.siteId, auditEntries.siteId), eq(apiTokens.id, auditEntries.tokenId)),
    )
    .where(
      and(
        eq(auditEntries.siteId, siteId),
        given.before === undefined ? undefined : lt(auditEntries.id, given.before),
        given.staff === undefined ? undefined : eq(auditEntries.staffId, given.staff),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(max);
