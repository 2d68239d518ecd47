import { int, json, primaryKey, seq, table, text } from '../core/db/columns.ts';
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

/** The place up to which each site's facts are counted, and in which zone. */
export const reportCursors = table('report_cursors', {
  siteId: text('site_id').primaryKey(),
  place: seq('place').notNull(),
  zone: text('zone').notNull(),
});
