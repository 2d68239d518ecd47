import { and, eq, inArray, sql } from 'drizzle-orm';
import type { RichNode } from '../../../shared/core/richText.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { ofText } from '../queries/articles.ts';
import { articleBlocks, articleTexts } from '../tables.ts';
import { type BlockRow, ofBlock } from './queries.ts';

export const insertBlock = (tx: Queries, row: BlockRow): Decisive =>
  decisive(tx.insert(articleBlocks).values(row).onConflictDoNothing());

/** Changes a block that is still as its writer read it. */
export const updateBlock = (
  tx: Queries,
  siteId: string,
  id: string,
  revision: number,
  set: Pick<BlockRow, 'texts' | 'changedAt' | 'changedBy'>,
): Decisive =>
  decisive(
    tx
      .update(articleBlocks)
      .set({ ...set, revision: revision + 1 })
      .where(and(ofBlock(siteId, id), eq(articleBlocks.revision, revision))),
  );

export const deleteBlock = (tx: Queries, siteId: string, id: string, revision: number): Decisive =>
  decisive(tx.delete(articleBlocks).where(and(ofBlock(siteId, id), eq(articleBlocks.revision, revision))));

/**
 * Gives readers of a version what its blocks make of it now. Not where one of the blocks has changed since they were read:
 * that change has work of its own. The draft's revision stays, since whoever writes it has lost nothing.
 */
export const renderAgain = (
  tx: Queries,
  siteId: string,
  text: { id: string; version: number },
  blocks: readonly BlockRow[],
  set: { publicRich: RichNode[]; updatedAt?: number },
): Statement => {
  const names = blocks.map(({ name }) => name);
  const now = tx
    .select({ sum: sql`coalesce(sum(${articleBlocks.revision}), 0)` })
    .from(articleBlocks)
    .where(and(eq(articleBlocks.siteId, siteId), inArray(articleBlocks.name, names)));
  const read = blocks.reduce((sum, { revision }) => sum + revision, 0);
  return tx
    .update(articleTexts)
    .set(set)
    .where(and(ofText(siteId, text.id), eq(articleTexts.version, text.version), sql`(${now}) = ${read}`));
};
