import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Context } from '../../context.ts';
import { decisive, type Decisive, type Queries } from '../db/database.ts';
import { canonicalEmail } from '../emailAddress.ts';
import type { Follower, FollowerTable } from './table.ts';

/**
 * Changes of a feature's followers.
 * @param subject the column of what is followed
 */
export const followerWrites = <Table extends FollowerTable>(table: Table, subject: SQLiteColumn) => ({
  /** Stores a follow, its address in its one form; decisive: whether it is new. */
  insertFollower: (tx: Queries, row: Omit<Table['$inferSelect'], 'endedAt'>): Decisive => {
    const values = { ...row, email: canonicalEmail(String(row['email'])), endedAt: null };
    return decisive(
      tx
        .insert(table)
        .values(values as unknown as Table['$inferInsert'])
        .onConflictDoNothing(),
    );
  },
  confirmFollow: (ctx: Context, { siteId, id }: Follower): Promise<boolean> =>
    ctx.database.write((tx) => [
      tx
        .update(table)
        .set({ confirmedAt: ctx.clock.now(), endedAt: null } as never)
        .where(and(eq(table.siteId, siteId), eq(table.id, id))),
    ]),
  /** Ends all follows of an address on some subjects that are one to their readers: one press is enough. */
  endFollows: (ctx: Context, { siteId, email }: Follower, subjects: readonly string[]): Promise<boolean> =>
    ctx.database.write((tx) => [
      tx
        .update(table)
        .set({ endedAt: ctx.clock.now() } as never)
        .where(
          and(
            eq(table.siteId, siteId),
            inArray(subject, [...subjects]),
            eq(table.email, email),
            isNull(table.endedAt),
          ),
        ),
    ]),
});
