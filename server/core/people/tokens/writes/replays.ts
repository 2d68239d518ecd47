import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../../../context.ts';
import { type Queries, type Statement, UniqueViolation } from '../../../db/database.ts';
import { apiReplays } from '../tables.ts';

type Needs = Pick<Context, 'database'>;

/** The owner of a key. */
export interface ReplayName {
  siteId: string;
  tokenId: string;
  key: string;
}

const named = ({ siteId, tokenId, key }: ReplayName) =>
  and(eq(apiReplays.siteId, siteId), eq(apiReplays.tokenId, tokenId), eq(apiReplays.key, key));

/** Marks a write as begun. @returns false when its key is known */
export const beginReplay = async (
  ctx: Needs,
  name: ReplayName,
  fingerprint: string,
  now: number,
): Promise<boolean> => {
  try {
    return await ctx.database.write((tx) => [
      tx.insert(apiReplays).values({ ...name, fingerprint, createdAt: now }),
    ]);
  } catch (error) {
    if (error instanceof UniqueViolation) return false;
    throw error;
  }
};

export const findReplay = async (ctx: Needs, name: ReplayName) => {
  const [row] = await ctx.database.read.select().from(apiReplays).where(named(name)).limit(1);
  return row ?? null;
};

/** Keeps what a write was answered; null for a body that is too large to be kept. */
export const endReplay = (
  ctx: Needs,
  name: ReplayName,
  answer: { status: number; body: string | null },
): Promise<boolean> => ctx.database.write((tx) => [tx.update(apiReplays).set(answer).where(named(name))]);

/** Forgets a write, so that it can be made. @param begun only the one that began then */
export const dropReplay = (ctx: Needs, name: ReplayName, begun?: number): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .delete(apiReplays)
      .where(and(named(name), begun === undefined ? undefined : eq(apiReplays.createdAt, begun))),
  ]);

/**
 * Sums the size of a token's stored answers, characters: each also has a key and a row. To be asked now and then, and
 * not for each write.
 */
export const sumReplays = async (
  ctx: Needs,
  { siteId, id }: { siteId: string; id: string },
): Promise<number> => {
  const [row] = await ctx.database.read
    .select({
      held: sql<number>`coalesce(sum(coalesce(length(${apiReplays.body}), 0) + 300), 0)`.mapWith(Number),
    })
    .from(apiReplays)
    .where(and(eq(apiReplays.siteId, siteId), eq(apiReplays.tokenId, id)));
  return row?.held ?? 0;
};

/** Empties a site's kept answers, each of which may be about anybody; that their writes were made is still known. */
export const emptyReplays = (tx: Queries, siteId: string): Statement =>
  tx.update(apiReplays).set({ body: null }).where(eq(apiReplays.siteId, siteId));
