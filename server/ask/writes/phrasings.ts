import { and, eq, inArray } from 'drizzle-orm';
import type { Queries, Statement } from '../../core/db/database.ts';
import { phrasings } from '../tables.ts';

export const insertPhrasings = (tx: Queries, values: (typeof phrasings.$inferInsert)[]): Statement[] =>
  values.length ? [tx.insert(phrasings).values(values)] : [];

/** Statement that learns a phrasing; one that was learned meanwhile stays as it is. */
export const insertLearned = (tx: Queries, values: typeof phrasings.$inferInsert): Statement =>
  tx.insert(phrasings).values(values).onConflictDoNothing();

export const setAgreed = (tx: Queries, siteId: string, id: string, agreed: number): Statement =>
  tx
    .update(phrasings)
    .set({ agreed })
    .where(and(eq(phrasings.siteId, siteId), eq(phrasings.id, id)));

export const deletePhrasings = (tx: Queries, siteId: string, ids: string[]): Statement[] =>
  ids.length
    ? [tx.delete(phrasings).where(and(eq(phrasings.siteId, siteId), inArray(phrasings.id, ids)))]
    : [];
