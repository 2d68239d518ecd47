import { and, eq, gt, lt } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { decisive } from '../../db/database.ts';
import { loginSteps } from './tables.ts';

/** Keeps a step, and forgets those that were never finished. */
export const insertStep = (ctx: Context, row: typeof loginSteps.$inferInsert): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx.delete(loginSteps).where(lt(loginSteps.endsAt, ctx.clock.now())),
    tx.insert(loginSteps).values(row),
  ]);

/** Uses a step up. @returns what it was begun with; null where there is none, and for whoever comes second */
export const useStep = async (
  ctx: Context,
  hash: string,
  kind: string,
): Promise<Record<string, string> | null> => {
  const isIt = and(eq(loginSteps.hash, hash), eq(loginSteps.kind, kind));
  const [row] = await ctx.database.read
    .select({ payload: loginSteps.payload })
    .from(loginSteps)
    .where(and(isIt, gt(loginSteps.endsAt, ctx.clock.now())));
  const isFirst = await ctx.database.write((tx) => [decisive(tx.delete(loginSteps).where(isIt))]);
  return row && isFirst ? row.payload : null;
};
