import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { isOneOf } from '../../core/people/privacy/queries/rows.ts';
import type { VisitorTrait } from '../../core/people/traits.ts';
import { callbacks } from '../tables.ts';

/** The number of calls that each of some visitors asked for, with the number of the newest. */
export const callTraits = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  visitors: readonly string[],
): Promise<VisitorTrait[]> => {
  const rows = await ctx.database.read
    .select({ visitorId: callbacks.visitorId, number: callbacks.number, at: callbacks.createdAt })
    .from(callbacks)
    .where(and(eq(callbacks.siteId, siteId), isOneOf(callbacks.visitorId, visitors)))
    .orderBy(asc(callbacks.createdAt), asc(callbacks.id));
  const known = new Map<string, VisitorTrait>();
  for (const { visitorId, number, at } of rows)
    known.set(visitorId, { visitorId, at, phone: number, calls: (known.get(visitorId)?.calls ?? 0) + 1 });
  return [...known.values()];
};
