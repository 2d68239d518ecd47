import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import { auditEntries } from '../../staff/tables.ts';
import { oldBatchSize } from '../kept.ts';
import type { Retention } from '../retention.ts';
import { lookAtRows } from './runs.ts';

const tooOld = (siteId: string, before: number) =>
  and(eq(auditEntries.siteId, siteId), lt(auditEntries.at, before));

/** The activity log of staff. */
export const auditByAge: Retention = {
  kind: 'audit',
  look: (ctx, siteId, before) => lookAtRows(ctx, auditEntries, auditEntries.at, tooOld(siteId, before)),
  async next(ctx, siteId, before) {
    const rows = await ctx.database.read
      .select({ id: auditEntries.id })
      .from(auditEntries)
      .where(tooOld(siteId, before))
      .orderBy(asc(auditEntries.id))
      .limit(oldBatchSize);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    return [
      {
        count: ids.length,
        write: (tx) => [
          tx.delete(auditEntries).where(and(eq(auditEntries.siteId, siteId), inArray(auditEntries.id, ids))),
        ],
      },
    ];
  },
};
