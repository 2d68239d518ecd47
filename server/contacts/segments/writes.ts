import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queries, Statement } from '../../core/db/database.ts';
import type { AccountMerger } from '../../core/people/visitors/accountMerger.ts';
import { contactCalls, contactRefusals, contactTraits, segmentMembers, segments } from './tables.ts';
import type { TraitRow } from './traits.ts';

/** The statements that put rows in the place of those before, of the visitors that were looked at. */
export const replaceTraits = (
  tx: Queries,
  siteId: string,
  looked: readonly string[],
  rows: readonly TraitRow[],
): Statement[] => {
  const ids = [...new Set([...looked, ...rows.map(({ visitorId }) => visitorId)])];
  if (ids.length === 0) return [];
  return [
    tx
      .delete(contactTraits)
      .where(and(eq(contactTraits.siteId, siteId), inArray(contactTraits.visitorId, ids))),
    ...(rows.length ? [tx.insert(contactTraits).values([...rows])] : []),
  ];
};

export const saveSegment = (tx: Queries, row: typeof segments.$inferInsert): Statement =>
  tx
    .insert(segments)
    .values(row)
    .onConflictDoUpdate({
      target: [segments.siteId, segments.id],
      set: {
        name: row.name,
        rule: row.rule,
        watched: row.watched,
        notify: row.notify,
        watchedSince: null,
        staffId: row.staffId,
        at: row.at,
      },
    });

/** The statements that forget who is in a segment. */
export const forgetMembers = (tx: Queries, siteId: string, segmentId: string): Statement[] => [
  tx
    .delete(segmentMembers)
    .where(and(eq(segmentMembers.siteId, siteId), eq(segmentMembers.segmentId, segmentId))),
];

/** The statements that keep who came into a segment and who left it since it was last looked at. */
export const moveMembers = (
  tx: Queries,
  segment: { siteId: string; segmentId: string },
  { entered, left, at }: { entered: readonly string[]; left: readonly string[]; at: number },
): Statement[] => [
  ...(left.length
    ? [
        tx
          .delete(segmentMembers)
          .where(
            and(
              eq(segmentMembers.siteId, segment.siteId),
              eq(segmentMembers.segmentId, segment.segmentId),
              inArray(segmentMembers.visitorId, [...left]),
            ),
          ),
      ]
    : []),
  ...(entered.length
    ? [
        tx
          .insert(segmentMembers)
          .values(entered.map((visitorId) => ({ ...segment, visitorId, at })))
          .onConflictDoNothing(),
      ]
    : []),
];

/** The statement that says since when a segment has been looked at. */
export const beginWatch = (tx: Queries, siteId: string, id: string, now: number): Statement =>
  tx
    .update(segments)
    .set({ watchedSince: now })
    .where(and(eq(segments.siteId, siteId), eq(segments.id, id)));

export const removeSegment = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(segments).where(and(eq(segments.siteId, siteId), eq(segments.id, id)));

/** The statements that say anew what a person refuses, for all their visitors. */
export const replaceRefusals = (
  tx: Queries,
  visitors: readonly string[],
  row: typeof contactRefusals.$inferInsert,
): Statement[] => [
  tx
    .delete(contactRefusals)
    .where(and(eq(contactRefusals.siteId, row.siteId), inArray(contactRefusals.visitorId, [...visitors]))),
  ...(row.noCalls || row.noMails ? [tx.insert(contactRefusals).values(row)] : []),
];

export const insertCalls = (tx: Queries, rows: (typeof contactCalls.$inferInsert)[]): Statement =>
  tx.insert(contactCalls).values(rows).onConflictDoNothing();

export const setOutcome = (
  tx: Queries,
  siteId: string,
  id: string,
  given: Pick<typeof contactCalls.$inferSelect, 'outcome' | 'note' | 'staffId' | 'at'>,
): Statement =>
  tx
    .update(contactCalls)
    .set(given)
    .where(and(eq(contactCalls.siteId, siteId), eq(contactCalls.id, id)));

/** Puts a visitor's refusals and calls under the account that they signed in to. A no stays a no. */
export const mergeSegments: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .update(contactRefusals)
    .set({ visitorId: account })
    .where(
      and(
        eq(contactRefusals.siteId, siteId),
        eq(contactRefusals.visitorId, visitor),
        sql`not exists (select 1 from contact_refusals own where own.site_id = ${siteId} and own.visitor_id = ${account})`,
      ),
    ),
  tx
    .update(contactCalls)
    .set({ visitorId: account })
    .where(and(eq(contactCalls.siteId, siteId), eq(contactCalls.visitorId, visitor))),
  tx
    .update(segmentMembers)
    .set({ visitorId: account })
    .where(
      and(
        eq(segmentMembers.siteId, siteId),
        eq(segmentMembers.visitorId, visitor),
        sql`not exists (select 1 from segment_members own where own.site_id = ${siteId} and own.visitor_id = ${account} and own.segment_id = ${segmentMembers.segmentId})`,
      ),
    ),
  tx
    .delete(segmentMembers)
    .where(and(eq(segmentMembers.siteId, siteId), eq(segmentMembers.visitorId, visitor))),
  tx.delete(contactTraits).where(and(eq(contactTraits.siteId, siteId), eq(contactTraits.visitorId, visitor))),
];

/** The statements that erase what segments keep of some visitors. */
export const deleteSegmentRows = (tx: Queries, siteId: string, visitors: readonly string[]): Statement[] =>
  [contactTraits, contactRefusals, contactCalls, segmentMembers].map((from) =>
    tx.delete(from).where(and(eq(from.siteId, siteId), inArray(from.visitorId, [...visitors]))),
  );
