import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { conversations, labels } from '../core/conversations/tables.ts';
import { memberships, staff } from '../core/people/staff/tables.ts';
import { visitors } from '../core/people/visitors/tables.ts';

type Reads = Pick<Context, 'database'>;

/** Which of some conversations are there. */
export const findThere = async (ctx: Reads, siteId: string, ids: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await ctx.database.read
        .select({ id: conversations.id })
        .from(conversations)
        .where(and(eq(conversations.siteId, siteId), inArray(conversations.id, [...ids])))
    ).map(({ id }) => id),
  );

/** Somebody with an account here, by their address in its one form; with whether they're of the site's team. */
export const findColleague = async (
  ctx: Reads,
  siteId: string,
  email: string,
): Promise<{ id: string; isMember: boolean } | null> => {
  const [row] = await ctx.database.read
    .select({ id: staff.id, member: memberships.staffId })
    .from(staff)
    .leftJoin(memberships, and(eq(memberships.staffId, staff.id), eq(memberships.siteId, siteId)))
    .where(eq(staff.email, email))
    .limit(1);
  return row ? { id: row.id, isMember: row.member !== null } : null;
};

/** Visitors with an address, in the one form of it, or with an ID. */
export const listVisitors = (ctx: Reads, siteId: string, by: { emailKey: string } | { id: string }) =>
  ctx.database.read
    .select()
    .from(visitors)
    .where(
      and(
        eq(visitors.siteId, siteId),
        'id' in by ? eq(visitors.id, by.id) : eq(visitors.emailKey, by.emailKey),
      ),
    );

/** The site's labels by their names. */
export const listLabels = async (ctx: Reads, siteId: string): Promise<Map<string, string>> =>
  new Map(
    (
      await ctx.database.read
        .select({ id: labels.id, name: labels.name })
        .from(labels)
        .where(eq(labels.siteId, siteId))
    ).map(({ id, name }) => [name, id]),
  );
