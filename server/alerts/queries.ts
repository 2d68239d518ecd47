import { messages } from '../core/conversations/tables.ts';
import { and, asc, count, eq, inArray, or } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import { sessions } from '../core/people/staff/tables.ts';
import { pushDevices } from './tables.ts';

export type PushDevice = typeof pushDevices.$inferSelect;

export const listDevices = (ctx: Context, siteId: string, staffIds: string[]): Promise<PushDevice[]> =>
  ctx.database.read
    .select()
    .from(pushDevices)
    .where(and(eq(pushDevices.siteId, siteId), inArray(pushDevices.staffId, staffIds)))
    .orderBy(asc(pushDevices.createdAt), asc(pushDevices.id));

export const findDevice = async (ctx: Context, siteId: string, id: string): Promise<PushDevice | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(pushDevices)
    .where(and(eq(pushDevices.siteId, siteId), eq(pushDevices.id, id)));
  return row ?? null;
};

/** Where the devices of all of a site's staff get their pushes. */
export const listPushEndpoints = async (ctx: Context, siteId: string): Promise<string[]> => {
  const rows = await ctx.database.read
    .select({ endpoint: pushDevices.endpoint })
    .from(pushDevices)
    .where(eq(pushDevices.siteId, siteId))
    .limit(1_000);
  return rows.map(({ endpoint }) => endpoint);
};

export const hasDevices = async (ctx: Context, siteId: string): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ count: count().mapWith(Number) })
    .from(pushDevices)
    .where(eq(pushDevices.siteId, siteId));
  return (row?.count ?? 0) > 0;
};

export const saveDevice = (tx: Queries, row: PushDevice): Statement => {
  const { siteId: _, id: __, createdAt: ___, ...change } = row;
  return tx
    .insert(pushDevices)
    .values(row)
    .onConflictDoUpdate({ target: [pushDevices.siteId, pushDevices.id], set: change });
};

export const deleteDevice = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(pushDevices).where(and(eq(pushDevices.siteId, siteId), eq(pushDevices.id, id)));

/** When a login began. A session's name changes while it lasts; this does not. */
export const findLogin = async (ctx: Context, hash: string): Promise<number | null> => {
  const [row] = await ctx.database.read
    .select({ createdAt: sessions.createdAt })
    .from(sessions)
    .where(eq(sessions.hash, hash));
  return row?.createdAt ?? null;
};

/** Whether the login that a device belongs to still stands. */
export const hasLogin = async (ctx: Context, { staffId, loginAt }: PushDevice): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ hash: sessions.hash })
    .from(sessions)
    .where(and(eq(sessions.staffId, staffId), eq(sessions.createdAt, loginAt)))
    .limit(1);
  return row !== undefined;
};

/** Those of some messages that staff are alerted of: what visitors wrote, and notes of colleagues. */
export const findAlerting = (ctx: Pick<Context, 'database'>, siteId: string, ids: string[]) =>
  ctx.database.read
    .select({
      id: messages.id,
      conversationId: messages.conversationId,
      visibility: messages.visibility,
      body: messages.body,
      at: messages.at,
    })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, siteId),
        inArray(messages.id, ids),
        or(
          and(eq(messages.authorKind, 'visitor'), eq(messages.visibility, 'public')),
          and(eq(messages.authorKind, 'staff'), eq(messages.visibility, 'note')),
        ),
      ),
    );
