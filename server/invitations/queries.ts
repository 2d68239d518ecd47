import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../core/db/database.ts';
import { promptInvitations } from './tables.ts';

export type InvitationRow = typeof promptInvitations.$inferSelect;

const one = (siteId: string, id: string) =>
  and(eq(promptInvitations.siteId, siteId), eq(promptInvitations.id, id));

/** All of a site, the oldest first. */
export const findInvitations = (ctx: Pick<Context, 'database'>, siteId: string): Promise<InvitationRow[]> =>
  ctx.database.read
    .select()
    .from(promptInvitations)
    .where(eq(promptInvitations.siteId, siteId))
    .orderBy(asc(promptInvitations.createdAt), asc(promptInvitations.id));

export const findInvitation = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  id: string,
): Promise<InvitationRow | null> => {
  const [row] = await ctx.database.read.select().from(promptInvitations).where(one(siteId, id)).limit(1);
  return row ?? null;
};

export const insertInvitation = (tx: Queries, row: InvitationRow): Statement =>
  tx.insert(promptInvitations).values(row);

/** Writes over the revision that was read, and over no other. */
export const updateInvitation = (tx: Queries, row: InvitationRow, read: number): Decisive =>
  decisive(
    tx
      .update(promptInvitations)
      .set(row)
      .where(and(one(row.siteId, row.id), eq(promptInvitations.revision, read))),
  );

export const removeInvitation = (tx: Queries, siteId: string, id: string, read: number): Decisive =>
  decisive(tx.delete(promptInvitations).where(and(one(siteId, id), eq(promptInvitations.revision, read))));
