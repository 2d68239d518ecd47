import type { IncomingItem } from '../core/incoming.ts';
import { at, index, int, json, primaryKey, real, table, text } from '../core/db/columns.ts';
import type { Signature } from './watch/itemWindow.ts';

/** Bursts of similar items. */
export const trends = table(
  'trends',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    language: text('language').notNull(),
    /** Words that several of its people used, the most telling first. */
    words: json<string[]>('words').notNull(),
    /** By which later items are known to be about the same: nothing of it is one person's alone. */
    signature: json<Signature>('signature').notNull(),
    people: int('people').notNull(),
    items: int('items').notNull(),
    /** Items that were usual in its window. */
    usual: real('usual').notNull(),
    /** The probability that it was chance. */
    chance: real('chance').notNull(),
    startedAt: at('started_at').notNull(),
    lastAt: at('last_at').notNull(),
    /** The incident that the team opened of it. */
    incidentId: text('incident_id'),
    /** When the team said that it's no problem, and who. */
    quietAt: at('quiet_at'),
    quietBy: text('quiet_by'),
  },
  (trend) => [
    primaryKey({ columns: [trend.siteId, trend.id] }),
    index('trends_last').on(trend.siteId, trend.lastAt),
  ],
);

/** Items of bursts, for as long as they are remembered. */
export const trendItems = table(
  'trend_items',
  {
    siteId: text('site_id').notNull(),
    trendId: text('trend_id').notNull(),
    itemId: text('item_id').notNull(),
    kind: text('kind').$type<IncomingItem['kind']>().notNull(),
    person: text('person').notNull(),
    visitorId: text('visitor_id'),
    conversationId: text('conversation_id'),
    language: text('language').notNull(),
    /** Its beginning. */
    text: text('text').notNull(),
    at: at('at').notNull(),
  },
  (item) => [
    primaryKey({ columns: [item.siteId, item.trendId, item.itemId] }),
    index('trend_items_at').on(item.siteId, item.at),
    index('trend_items_visitor').on(item.siteId, item.visitorId),
  ],
);
