import { and, eq, or } from 'drizzle-orm';
import { newId } from '../../../shared/core/ids.ts';
import type { Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { isOneOf, pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import { knownKey } from '../person.ts';
import { npsResponses } from '../tables.ts';

export const responseTable = {
  kind: 'surveys',
  table: npsResponses,
  key: npsResponses.id,
  of: ({ siteId, visitors, emails, subjects }: Person) =>
    or(
      isOneOf(npsResponses.visitorId, visitors),
      isOneOf(npsResponses.person, [
        ...[...emails, ...subjects].map((name) => knownKey(siteId, name)),
        ...visitors.map((visitor) => `visitor ${visitor}`),
      ]),
    ),
  without: ['hour', 'person', 'isKnown'],
} as const;

/** Answers to surveys: the score stays for the totals, as one unknown person's; text, labels and whose it was go. */
export const personalResponses: PersonalData = {
  ...personalTable(responseTable),
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, responseTable, person);
    if (page.length === 0) return null;
    const rows = page.map(({ row }) => row);
    // One person's answers stand for each other, and go on doing so: of each only the last counts.
    const unknown = `erased ${newId(ctx.clock.now())}`;
    const taken = new Set<string>();
    const keyFor = ({ surveyId, hour, id }: (typeof rows)[number]): string => {
      const place = `${surveyId} ${hour}`;
      if (taken.has(place)) return id;
      taken.add(place);
      return unknown;
    };
    return {
      copies: rows.map(({ id }) => id),
      write: (tx) =>
        rows.map((row) =>
          tx
            .update(npsResponses)
            .set({
              person: keyFor(row),
              visitorId: null,
              isKnown: false,
              text: '',
              page: '',
              attributes: {},
              labels: [],
              conversationId: null,
            })
            .where(and(eq(npsResponses.siteId, row.siteId), eq(npsResponses.id, row.id))),
        ),
    };
  },
};
