import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { decisive, type Decisive, type Queries } from '../../core/db/database.ts';
import { canonicalEmail } from '../../core/emailAddress.ts';
import type { FollowerRow } from '../queries/followers.ts';
import { questionFollowers } from '../tables.ts';

/** Notes that somebody wants to hear of a question's answers; nothing is sent before they say so by mail. */
export const insertFollower = (
  tx: Queries,
  row: Omit<FollowerRow, 'confirmedAt' | 'endedAt'> & { confirmedAt?: number | null },
): Decisive =>
  decisive(
    tx
      .insert(questionFollowers)
      .values({ confirmedAt: null, ...row, email: canonicalEmail(row.email), endedAt: null })
      .onConflictDoNothing(),
  );

export const confirmFollow = (ctx: Context, follower: FollowerRow): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .update(questionFollowers)
      .set({ confirmedAt: ctx.clock.now(), endedAt: null })
      .where(and(eq(questionFollowers.siteId, follower.siteId), eq(questionFollowers.id, follower.id))),
  ]);

/** Ends all follows of an address on a question: one press is enough. */
export const endFollows = (ctx: Context, follower: FollowerRow): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .update(questionFollowers)
      .set({ endedAt: ctx.clock.now() })
      .where(
        and(
          eq(questionFollowers.siteId, follower.siteId),
          eq(questionFollowers.questionId, follower.questionId),
          eq(questionFollowers.email, follower.email),
          isNull(questionFollowers.endedAt),
        ),
      ),
  ]);
