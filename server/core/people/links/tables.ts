import { at, index, primaryKey, table, text } from '../../db/columns.ts';

/**
 * Pairs of visitors whom the team takes for the same person. For the team's view alone: no visitor sees by it what is
 * another's. Taking a row away separates them again, with all that each of them had.
 */
export const personLinks = table(
  'person_links',
  {
    siteId: text('site_id').notNull(),
    /** Client-made. */
    id: text('id').notNull(),
    visitorId: text('visitor_id').notNull(),
    otherId: text('other_id').notNull(),
    staffId: text('staff_id').notNull(),
    /** Name of the API token that set it in their name; null for what they set themselves. */
    via: text('via'),
    at: at('at').notNull(),
  },
  (link) => [
    primaryKey({ columns: [link.siteId, link.id] }),
    index('person_links_visitor').on(link.siteId, link.visitorId),
    index('person_links_other').on(link.siteId, link.otherId),
  ],
);
