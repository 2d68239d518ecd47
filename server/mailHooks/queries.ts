import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { decisive, type Queries, type Statement } from '../core/db/database.ts';
import { mailHooks } from './tables.ts';

export type MailHookRow = typeof mailHooks.$inferSelect;
type Needs = Pick<Context, 'database'>;
type Key = Pick<MailHookRow, 'siteId' | 'id'>;

const ofKey = ({ siteId, id }: Key) => and(eq(mailHooks.siteId, siteId), eq(mailHooks.id, id));

/** A site's hooks, oldest first. */
export const listHooks = (ctx: Needs, siteId: string): Promise<MailHookRow[]> =>
  ctx.database.read
    .select()
    .from(mailHooks)
    .where(eq(mailHooks.siteId, siteId))
    .orderBy(asc(mailHooks.createdAt), asc(mailHooks.id));

/** A hook by the id that stands in its address. */
export const findHook = async (ctx: Needs, id: string): Promise<MailHookRow | null> => {
  const [row] = await ctx.database.read.select().from(mailHooks).where(eq(mailHooks.id, id));
  return row ?? null;
};

/** The statement that adds a hook: a UniqueViolation where its id is taken. */
export const insertHook = (tx: Queries, row: MailHookRow): Statement => tx.insert(mailHooks).values(row);

export const changeHook = (tx: Queries, row: Key, change: Partial<MailHookRow>): Statement =>
  tx.update(mailHooks).set(change).where(ofKey(row));

export const deleteHook = (tx: Queries, row: Key): Statement => tx.delete(mailHooks).where(ofKey(row));

/** Binds a hook to the first topic that it is confirmed for. @returns false where it has one */
export const bindTopic = (ctx: Needs, row: Key, topic: string): Promise<boolean> =>
  ctx.database.write((tx) => [
    decisive(
      tx
        .update(mailHooks)
        .set({ topic })
        .where(and(ofKey(row), isNull(mailHooks.topic))),
    ),
  ]);
