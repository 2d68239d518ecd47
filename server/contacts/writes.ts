import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queries, Statement } from '../core/db/database.ts';
import type { AccountMerger } from '../core/people/visitors/accountMerger.ts';
import { visitors } from '../core/people/visitors/tables.ts';
import { contactStages, contactValues } from './tables.ts';

/** The statements that delete what the team keeps of some visitors. */
export const deleteRows = (tx: Queries, siteId: string, ids: readonly string[]): Statement[] => [
  tx
    .delete(contactValues)
    .where(and(eq(contactValues.siteId, siteId), inArray(contactValues.visitorId, [...ids]))),
  tx
    .delete(contactStages)
    .where(and(eq(contactStages.siteId, siteId), inArray(contactStages.visitorId, [...ids]))),
];

/** The statements that give a person's attribute one value in the place of all before; null takes it away. */
export const replaceValue = (
  tx: Queries,
  ids: readonly string[],
  given: { siteId: string; visitorId: string; attributeId: string },
  row: typeof contactValues.$inferInsert | null,
): Statement[] => [
  tx
    .delete(contactValues)
    .where(
      and(
        eq(contactValues.siteId, given.siteId),
        eq(contactValues.attributeId, given.attributeId),
        inArray(contactValues.visitorId, [...ids]),
      ),
    ),
  ...(row ? [tx.insert(contactValues).values(row)] : []),
];

export const insertStage = (tx: Queries, row: typeof contactStages.$inferInsert): Statement =>
  tx.insert(contactStages).values(row);

/** The statement that stores a contact who was never in a browser: nothing authorises them. */
export const insertContact = (tx: Queries, row: typeof visitors.$inferInsert): Statement =>
  tx.insert(visitors).values(row);

/** The statement that keeps what an import says otherwise of a visitor. */
export const describeVisitor = (
  tx: Queries,
  siteId: string,
  id: string,
  changes: Partial<typeof visitors.$inferInsert>,
): Statement =>
  tx
    .update(visitors)
    .set(changes)
    .where(and(eq(visitors.siteId, siteId), eq(visitors.id, id)));

/** Puts what the team keeps of a visitor under their account; the account's own values stay. */
export const mergeContact: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .delete(contactValues)
    .where(
      and(
        eq(contactValues.siteId, siteId),
        eq(contactValues.visitorId, visitor),
        sql`${contactValues.attributeId} in (select own.attribute_id from contact_values own where own.site_id = ${siteId} and own.visitor_id = ${account})`,
      ),
    ),
  tx
    .update(contactValues)
    .set({ visitorId: account })
    .where(and(eq(contactValues.siteId, siteId), eq(contactValues.visitorId, visitor))),
  tx
    .update(contactStages)
    .set({ visitorId: account })
    .where(and(eq(contactStages.siteId, siteId), eq(contactStages.visitorId, visitor))),
];
