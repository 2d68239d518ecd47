import { and, eq, lt } from 'drizzle-orm';
import { newId } from '../../../../shared/core/ids.ts';
import type { Context } from '../../../context.ts';
import { auditEntries, memberships } from './tables.ts';

/** Entries are kept so long, milliseconds. */
export const auditKeptFor = 365 * 24 * 3_600_000;

/** Deeds that are told of a person on every site that they are on. */
export type OwnDeed =
  | 'login'
  | 'password'
  | 'second_factor_on'
  | 'second_factor_off'
  | 'sessions_ended'
  | 'reset';

/**
 * Keeps who did what. It is written after the deed: that it could not be is logged, and undoes nothing.
 * @param action the route's method and path, as the contract names it; or one of a person's own deeds
 */
export const keepAudit = async (
  ctx: Context,
  siteIds: readonly string[],
  staffId: string,
  action: string,
  conversationId: string | null = null,
): Promise<void> => {
  if (siteIds.length === 0) return;
  const now = ctx.clock.now();
  try {
    await ctx.database.write((tx) => [
      tx
        .insert(auditEntries)
        .values(
          siteIds.map((siteId) => ({ siteId, id: newId(now), at: now, staffId, action, conversationId })),
        ),
    ]);
  } catch (err) {
    ctx.metrics.faults.inc({ kind: 'audit' });
    ctx.log.error({ err, staff: staffId, action }, 'a deed could not be written down');
  }
};

/** Keeps what somebody did with their own login, on every site that they are on. */
export const keepOwnAudit = async (ctx: Context, staffId: string, deed: OwnDeed): Promise<void> => {
  const rows = await ctx.database.read
    .select({ siteId: memberships.siteId })
    .from(memberships)
    .where(eq(memberships.staffId, staffId));
  await keepAudit(
    ctx,
    rows.map(({ siteId }) => siteId),
    staffId,
    deed,
  );
};

export const pruneAudit = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  before: number,
): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx.delete(auditEntries).where(and(eq(auditEntries.siteId, siteId), lt(auditEntries.at, before))),
  ]);
