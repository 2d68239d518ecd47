import { and, eq, inArray, or } from 'drizzle-orm';
import type { Queries, Statement } from '../../db/database.ts';
import type { AccountMerger } from '../visitors/accountMerger.ts';
import { personLinks } from './tables.ts';

export const insertLink = (tx: Queries, row: typeof personLinks.$inferInsert): Statement =>
  tx.insert(personLinks).values(row).onConflictDoNothing();

export const removeLink = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(personLinks).where(and(eq(personLinks.siteId, siteId), eq(personLinks.id, id)));

/** The statements that forget with whom some visitors were linked. */
export const removeLinksOf = (tx: Queries, siteId: string, ids: readonly string[]): Statement[] => [
  tx
    .delete(personLinks)
    .where(
      and(
        eq(personLinks.siteId, siteId),
        or(inArray(personLinks.visitorId, [...ids]), inArray(personLinks.otherId, [...ids])),
      ),
    ),
];

/** Puts a visitor's links under the account that they signed in to; who was linked with it needs no link any more. */
export const mergeLinks: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .update(personLinks)
    .set({ visitorId: account })
    .where(and(eq(personLinks.siteId, siteId), eq(personLinks.visitorId, visitor))),
  tx
    .update(personLinks)
    .set({ otherId: account })
    .where(and(eq(personLinks.siteId, siteId), eq(personLinks.otherId, visitor))),
  tx
    .delete(personLinks)
    .where(
      and(
        eq(personLinks.siteId, siteId),
        eq(personLinks.visitorId, account),
        eq(personLinks.otherId, account),
      ),
    ),
];
