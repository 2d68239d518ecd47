import { sql } from 'drizzle-orm';
import type { Queries, Statement } from '../../../db/database.ts';
import { erasedCounts } from '../tables.ts';

/** The statement that counts something which is erased on the day that it was made: no report loses it. */
export const countErased = (tx: Queries, siteId: string, kind: string, madeAt: number): Statement =>
  tx
    .insert(erasedCounts)
    .values({ siteId, kind, day: new Date(madeAt).toISOString().slice(0, 10), count: 1 })
    .onConflictDoUpdate({
      target: [erasedCounts.siteId, erasedCounts.kind, erasedCounts.day],
      set: { count: sql`${erasedCounts.count} + 1` },
    });
