import { and, asc, eq, isNull, lt, not, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../../../context.ts';
import { decisive } from '../../../db/database.ts';
import { visitorSecrets, visitors } from '../../visitors/tables.ts';
import type { Retention } from '../retention.ts';
import { lookAtRows } from './runs.ts';

/** Visitors that one look brings: each is written by themselves. */
const perLook = 50;

/** Anonymous ones who were not seen since. Who is blocked stays blocked, and who has said something stays with it. */
const tooOld = (ctx: Context, siteId: string, before: number): SQL | undefined =>
  and(
    eq(visitors.siteId, siteId),
    lt(visitors.seenAt, before),
    isNull(visitors.subject),
    isNull(visitors.blockedAt),
    // The table's name is written out: drizzle leaves it out of a query of one table.
    sql`not exists (select 1 from conversations own where own.site_id = visitors.site_id and own.visitor_id = visitors.id)`,
    ...ctx.personalData.flatMap(({ ties }) => (ties?.visitor ? not(ties.visitor) : [])),
  );

/** Visitors of whom there is no conversation. */
export const visitorsByAge: Retention = {
  kind: 'visitors',
  look: (ctx, siteId, before) => lookAtRows(ctx, visitors, visitors.seenAt, tooOld(ctx, siteId, before)),
  async next(ctx, siteId, before) {
    const where = tooOld(ctx, siteId, before);
    const rows = await ctx.database.read
      .select({ id: visitors.id })
      .from(visitors)
      .where(where)
      .orderBy(asc(visitors.id))
      .limit(perLook);
    return rows.map(({ id }) => ({
      count: 1,
      remains: { visitors: [id] },
      write: (tx) => [
        // Whoever comes back meanwhile stays.
        decisive(tx.delete(visitors).where(and(eq(visitors.id, id), where))),
        tx
          .delete(visitorSecrets)
          .where(and(eq(visitorSecrets.siteId, siteId), eq(visitorSecrets.visitorId, id))),
      ],
    }));
  },
};
