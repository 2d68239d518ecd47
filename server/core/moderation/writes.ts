import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../db/database.ts';
import { moderationBlocks } from './tables.ts';

/** Keeps a block; of the same person or range, the later one says how long. The insert decides by its id. */
export const insertBlock = (
  tx: Queries,
  row: typeof moderationBlocks.$inferInsert,
): (Statement | Decisive)[] => [
  tx
    .delete(moderationBlocks)
    .where(
      and(
        eq(moderationBlocks.siteId, row.siteId),
        eq(moderationBlocks.kind, row.kind),
        eq(moderationBlocks.value, row.value),
      ),
    ),
  decisive(tx.insert(moderationBlocks).values(row).onConflictDoNothing()),
];

export const removeBlock = (tx: Queries, siteId: string, id: string): Decisive =>
  decisive(
    tx.delete(moderationBlocks).where(and(eq(moderationBlocks.siteId, siteId), eq(moderationBlocks.id, id))),
  );

/** Forgets blocks that ended. */
export const pruneBlocks = (tx: Queries, siteId: string, now: number): Statement =>
  tx
    .delete(moderationBlocks)
    .where(
      and(
        eq(moderationBlocks.siteId, siteId),
        isNotNull(moderationBlocks.until),
        lt(moderationBlocks.until, now),
      ),
    );
