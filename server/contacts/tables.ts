import { at, index, primaryKey, table, text } from '../core/db/columns.ts';

/** Values that the team gave to a contact's attributes, under one of their visitors. */
export const contactValues = table(
  'contact_values',
  {
    siteId: text('site_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    /** Of the settings. */
    attributeId: text('attribute_id').notNull(),
    value: text('value').notNull(),
    staffId: text('staff_id').notNull(),
    /** Name of the API token that set it in their name; null for what they set themselves. */
    via: text('via'),
    at: at('at').notNull(),
  },
  (value) => [
    primaryKey({ columns: [value.siteId, value.visitorId, value.attributeId] }),
    index('contact_values_attribute').on(value.siteId, value.attributeId, value.visitorId),
  ],
);

/** Changes of a customer's stage: the newest is where they are. */
export const contactStages = table(
  'contact_stages',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    visitorId: text('visitor_id').notNull(),
    /** Of the settings; null for none. */
    stageId: text('stage_id'),
    staffId: text('staff_id').notNull(),
    via: text('via'),
    at: at('at').notNull(),
  },
  (change) => [
    primaryKey({ columns: [change.siteId, change.id] }),
    index('contact_stages_visitor').on(change.siteId, change.visitorId, change.at),
  ],
);
