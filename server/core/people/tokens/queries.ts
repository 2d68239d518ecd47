import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Scope } from '../../../../shared/core/people/scopes.ts';
import { isAtLeast, type Role } from '../../../../shared/core/people/roles.ts';
import type { Context } from '../../../context.ts';
import type { StaffMember } from '../staff/staff.ts';
import { memberships, staff } from '../staff/tables.ts';
import { apiTokens } from './tables.ts';

/** A token that may be used now, with whom it acts for. */
export interface LiveToken {
  id: string;
  siteId: string;
  hash: string;
  name: string;
  scopes: readonly Scope[];
  lastUsedAt: number | null;
  staff: StaffMember;
  /** The role of its maker on the site today: it can't do more than they. */
  role: Role;
}

const isLive = (now: number) =>
  and(isNull(apiTokens.revokedAt), or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, now)));

/**
 * The token of a hash, while it may be used: not revoked, not expired, and its maker still on the site in a role that may have
 * tokens.
 */
export const findToken = async (
  ctx: Pick<Context, 'database' | 'clock'>,
  hash: string,
): Promise<LiveToken | null> => {
  const [row] = await ctx.database.read
    .select({
      id: apiTokens.id,
      siteId: apiTokens.siteId,
      name: apiTokens.name,
      scopes: apiTokens.scopes,
      lastUsedAt: apiTokens.lastUsedAt,
      staffId: staff.id,
      staffName: staff.name,
      email: staff.email,
      role: memberships.role,
    })
    .from(apiTokens)
    .innerJoin(
      memberships,
      and(eq(memberships.siteId, apiTokens.siteId), eq(memberships.staffId, apiTokens.staffId)),
    )
    .innerJoin(staff, eq(staff.id, apiTokens.staffId))
    .where(and(eq(apiTokens.hash, hash), isLive(ctx.clock.now()), isNull(staff.disabledAt)))
    .limit(1);
  if (!row || !isAtLeast(row.role, 'admin')) return null;
  const { staffId, staffName, email, ...found } = row;
  return { ...found, hash, staff: { id: staffId, name: staffName, email } };
};

/** A site's tokens that aren't revoked, the newest first; expired ones too, so that somebody sees why a program stopped. */
export const listTokens = (ctx: Pick<Context, 'database'>, siteId: string) =>
  ctx.database.read
    .select({
      id: apiTokens.id,
      hash: apiTokens.hash,
      ending: apiTokens.ending,
      name: apiTokens.name,
      scopes: apiTokens.scopes,
      by: staff.name,
      createdAt: apiTokens.createdAt,
      expiresAt: apiTokens.expiresAt,
      lastUsedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .innerJoin(staff, eq(staff.id, apiTokens.staffId))
    .where(and(eq(apiTokens.siteId, siteId), isNull(apiTokens.revokedAt)))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id));

/** The hashes of what acts in a person's name on a site: their streams' names. */
export const listTokenHashes = (ctx: Pick<Context, 'database'>, siteId: string, staffId: string) =>
  ctx.database.read
    .select({ hash: apiTokens.hash })
    .from(apiTokens)
    .where(and(eq(apiTokens.siteId, siteId), eq(apiTokens.staffId, staffId), isNull(apiTokens.revokedAt)));
