import { and, eq, or, sql } from 'drizzle-orm';
import { newId } from '../../../shared/core/ids.ts';
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
};
