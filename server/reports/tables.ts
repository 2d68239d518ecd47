import { at, index, int, json, primaryKey, seq, table, text } from '../core/db/columns.ts';
import type { DayFacts } from './dayFacts.ts';

/** The facts of a day of the site's zone, counted: made of them, and made anew from them at any time. */
export const reportDays = table(
  'report_days',
  {
    siteId: text('site_id').notNull(),
    /** `YYYY-MM-DD` in the zone of the site's cursor. */
    day: text('day').notNull(),
    /** By how many more conversations are open at its end than at its beginning. */
    opened: int('opened').notNull(),
    /** Place of the newest fact in it. */
    place: seq('place').notNull(),
    counted: json<DayFacts>('counted').notNull(),
  },
  (day) => [primaryKey({ columns: [day.siteId, day.day] })],
);

/** Times in which conversations were open: made of facts, as days are. They tell how old a backlog was. */
export const reportSpans = table(
  'report_spans',
  {
    siteId: text('site_id').notNull(),
    /** The conversation. */
    subjectId: text('subject_id').notNull(),
    openedAt: at('opened_at').notNull(),
    /** See `stillOpen`. */
    closedAt: at('closed_at').notNull(),
  },
  (span) => [
    primaryKey({ columns: [span.siteId, span.subjectId, span.openedAt] }),
    index('report_spans_open').on(span.siteId, span.closedAt, span.openedAt),
  ],
);

/** The place up to which each site's facts are counted, and in which zone. */
export const reportCursors = table('report_cursors', {
  siteId: text('site_id').primaryKey(),
  place: seq('place').notNull(),
  zone: text('zone').notNull(),
});
