import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { newId } from '../../../shared/core/ids.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import type { Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { isOneOf, pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import { forgetWindows } from '../look.ts';
import { trendItems } from '../tables.ts';

const itemTable = {
  kind: 'questions',
  table: trendItems,
  key: sql<string>`${trendItems.trendId} || ' ' || ${trendItems.itemId}`,
  of: ({ visitors }: Person) =>
    or(isOneOf(trendItems.visitorId, visitors), isOneOf(trendItems.person, visitors)),
  without: ['person'],
} as const;

/** The statement that empties the examples of what was taken away; that somebody wrote stays counted. */
const emptyItems = (tx: Queries, siteId: string, ids: readonly string[]): Statement =>
  tx
    .update(trendItems)
    .set({ text: '' })
    .where(and(eq(trendItems.siteId, siteId), inArray(trendItems.itemId, [...ids])));

/** A person's items of bursts: that somebody wrote stays counted; what, and who it was, goes. */
export const personalTrendItems: PersonalData = {
  ...personalTable(itemTable),
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, itemTable, person);
    if (page.length === 0) return null;
    forgetWindows(ctx, person.siteId);
    return {
      write: (tx) =>
        page.map(({ row }) =>
          tx
            .update(trendItems)
            .set({ person: newId(ctx.clock.now()), visitorId: null, conversationId: null, text: '' })
            .where(
              and(
                eq(trendItems.siteId, row.siteId),
                eq(trendItems.trendId, row.trendId),
                eq(trendItems.itemId, row.itemId),
              ),
            ),
        ),
    };
  },
  // A conversation's item has the id of its first message.
  redact: (tx, siteId, messageId, what) => (what === 'file' ? [] : [emptyItems(tx, siteId, [messageId])]),
  eraseCopies: (tx, siteId, ids) => [emptyItems(tx, siteId, ids)],
};
