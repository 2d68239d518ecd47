import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { canonicalEmail } from '../../core/emailAddress.ts';
import type { FollowerRow } from '../queries/followers.ts';
import { ideaFollowers } from '../tables.ts';

/** Notes that somebody wants to hear of an idea. */
export const insertFollower = (tx: Queries, row: Omit<FollowerRow, 'endedAt'>): Decisive =>
  decisive(
    tx
      .insert(ideaFollowers)
      .values({ ...row, email: canonicalEmail(row.email), endedAt: null })
      .onConflictDoNothing(),
  );

/** Forgets that a voter hears of an idea; that they wanted no more mails stays. */
export const forgetVoter = (tx: Queries, siteId: string, id: string): Statement =>
  tx
    .delete(ideaFollowers)
    .where(and(eq(ideaFollowers.siteId, siteId), eq(ideaFollowers.id, id), isNull(ideaFollowers.endedAt)));

export const confirmFollow = (ctx: Context, follower: FollowerRow): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .update(ideaFollowers)
      .set({ confirmedAt: ctx.clock.now(), endedAt: null })
      .where(and(eq(ideaFollowers.siteId, follower.siteId), eq(ideaFollowers.id, follower.id))),
  ]);

/** Ends all follows of an address on an idea and on what was merged with it: one press is enough. */
export const endFollows = (ctx: Context, follower: FollowerRow, group: readonly string[]): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .update(ideaFollowers)
      .set({ endedAt: ctx.clock.now() })
      .where(
        and(
          eq(ideaFollowers.siteId, follower.siteId),
          inArray(ideaFollowers.ideaId, [...group]),
          eq(ideaFollowers.email, follower.email),
          isNull(ideaFollowers.endedAt),
        ),
      ),
  ]);
