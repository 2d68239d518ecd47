import { at, index, int, primaryKey, seq, table, text } from '../db/columns.ts';

/** The log's head per site. Taking the next place locks the row, so that a site's places commit in order. */
export const logs = table('logs', {
  siteId: text('site_id').primaryKey(),
  /** Place of the newest event. */
  head: seq('head').notNull(),
  /** Place of the oldest event still kept; a cursor before it gets a reset. */
  oldest: seq('oldest').notNull(),
});

export const events = table(
  'events',
  {
    siteId: text('site_id').notNull(),
    seq: seq('seq').notNull(),
    at: at('at').notNull(),
    kind: text('kind').notNull(),
    visitorId: text('visitor_id'),
    conversationId: text('conversation_id'),
    subjectId: text('subject_id'),
    audience: text('audience').$type<'staff' | 'visitor'>().notNull(),
    /** A number of it that stands nowhere else afterwards: when a promise was due, which score was replaced. */
    amount: int('amount'),
  },
  (event) => [
    primaryKey({ columns: [event.siteId, event.seq] }),
    index('events_visitor').on(event.siteId, event.visitorId, event.seq),
  ],
);

/** The place in the log that each of its readers has reached. */
export const cursors = table(
  'cursors',
  {
    siteId: text('site_id').notNull(),
    reader: text('reader').notNull(),
    seq: seq('seq').notNull(),
  },
  (cursor) => [primaryKey({ columns: [cursor.siteId, cursor.reader] })],
);

export type LogEvent = typeof events.$inferSelect;
