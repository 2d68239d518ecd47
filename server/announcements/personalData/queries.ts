import { and, eq, or, sql } from 'drizzle-orm';
import { newId } from '../../../shared/core/ids.ts';
import { canonicalEmail } from '../../core/emailAddress.ts';
import type { Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { eachText, isOneOf, pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import { announcementMarks } from '../tables.ts';

export const markTable = {
  kind: 'announcements',
  table: announcementMarks,
  key: sql<string>`${announcementMarks.announcementId} || ' ' || ${announcementMarks.visitorId}`,
  of: ({ visitors, emails }: Person) =>
    or(
      isOneOf(announcementMarks.visitorId, visitors),
      // Whoever typed it: what is to be sent there is theirs who have the address.
      emails.length ? sql`lower(${announcementMarks.email}) in ${emails}` : undefined,
    ),
} as const;

/** Which announcements a person has seen: that somebody did stays counted, whose it was goes. */
export const personalMarks: PersonalData = {
  ...personalTable(markTable),
  async *addresses(ctx, siteId) {
    for await (const email of eachText(ctx, announcementMarks, announcementMarks.email, siteId))
      yield canonicalEmail(email);
  },
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, markTable, person);
    if (page.length === 0) return null;
    return {
      write: (tx) =>
        page.map(({ row }) =>
          tx
            .update(announcementMarks)
            .set({
              ...(person.visitors.includes(row.visitorId) && { visitorId: newId(ctx.clock.now()) }),
              email: null,
              conversationId: null,
              followedAt: null,
            })
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
