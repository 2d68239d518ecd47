import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Context } from '../../../../context.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../../db/database.ts';
import type { LiveToken } from '../queries.ts';
import { apiReplays, apiTokens } from '../tables.ts';

/** "Last used" is written at most this often, milliseconds. */
const touchEvery = 60_000;
/** The time an answer is kept for repeats, milliseconds. */
export const replaysKeptFor = 24 * 3_600_000;

export const insertToken = (tx: Queries, row: typeof apiTokens.$inferInsert): Statement =>
  tx.insert(apiTokens).values(row);

/** Writes that a token was used now, unless that was written a moment ago. */
export const touchToken = async (
  ctx: Pick<Context, 'database' | 'clock'>,
  token: LiveToken,
): Promise<void> => {
  const now = ctx.clock.now();
  if (token.lastUsedAt !== null && token.lastUsedAt > now - touchEvery) return;
  await ctx.database.write((tx) => [
    tx
      .update(apiTokens)
      .set({ lastUsedAt: now })
      .where(and(eq(apiTokens.siteId, token.siteId), eq(apiTokens.id, token.id))),
  ]);
};

/** Ends a token, if it's one of the site that hasn't ended. */
export const revokeToken = (tx: Queries, siteId: string, id: string, now: number): Decisive =>
  decisive(
    tx
      .update(apiTokens)
      .set({ revokedAt: now })
      .where(and(eq(apiTokens.siteId, siteId), eq(apiTokens.id, id), isNull(apiTokens.revokedAt))),
  );

/**
 * Ends what acts in a person's name on a site: with their place there, or the role that may have tokens, it's over.
 * @param siteId null for every site
 */
export const revokeTokensOf = (tx: Queries, siteId: string | null, staffId: string, now: number): Statement =>
  tx
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(
      and(
        siteId === null ? undefined : eq(apiTokens.siteId, siteId),
        eq(apiTokens.staffId, staffId),
        isNull(apiTokens.revokedAt),
      ),
    );

/** Forgets answers that no repeated write waits for, and tokens that nothing names any more. */
export const pruneTokens = (
  ctx: Pick<Context, 'database' | 'clock'>,
  siteId: string,
  before: number,
): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .delete(apiReplays)
      .where(and(eq(apiReplays.siteId, siteId), lt(apiReplays.createdAt, ctx.clock.now() - replaysKeptFor))),
    tx.delete(apiTokens).where(and(eq(apiTokens.siteId, siteId), lt(apiTokens.revokedAt, before))),
  ]);
