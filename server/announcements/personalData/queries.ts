import { and, eq, sql } from 'drizzle-orm';
import { newId } from '../../../shared/core/ids.ts';
import type { Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { isOneOf, pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import { announcementMarks } from '../tables.ts';

const markTable = {
  kind: 'announcements',
  table: announcementMarks,
  key: sql<string>`${announcementMarks.announcementId} || ' ' || ${announcementMarks.visitorId}`,
  of: ({ visitors }: Person) => isOneOf(announcementMarks.visitorId, visitors),
} as const;

/** Which announcements a person has seen: that somebody did stays counted, whose it was goes. */
export const personalMarks: PersonalData = {
  ...personalTable(markTable),
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, markTable, person);
    if (page.length === 0) return null;
    return {
      write: (tx) =>
        page.map(({ row }) =>
          tx
            .update(announcementMarks)
            .set({ visitorId: newId(ctx.clock.now()), email: null, conversationId: null, followedAt: null })
            .where(
              and(
                eq(announcementMarks.siteId, row.siteId),
                eq(announcementMarks.announcementId, row.announcementId),
                eq(announcementMarks.visitorId, row.visitorId),
              ),
            ),
        ),
    };
  },
};
