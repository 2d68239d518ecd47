import { sql } from 'drizzle-orm';
import { at, bool, index, int, json, primaryKey, table, text } from '../../core/db/columns.ts';
import type { callOutcomes, Notified, SegmentRule } from '../../../shared/contacts/segments/schema.ts';

/**
 * Traits that segments ask for, of each contact, counted together from conversations and features: one narrow row, so that a
 * count looks at one table. Follows the log, and can be built anew.
 */
export const contactTraits = table(
  'contact_traits',
  {
    siteId: text('site_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    /** The visitor that stands for the person: the row of who stands for themselves has all the rest. */
    contactId: text('contact_id').notNull(),
    language: text('language').notNull(),
    lastAt: at('last_at').notNull(),
    open: int('open').notNull(),
    waitingSince: at('waiting_since'),
    conversations: int('conversations').notNull(),
    /** When the last conversation but one began. */
    secondLastAt: at('second_last_at'),
    rating: text('rating').$type<'good' | 'okay' | 'bad'>(),
    ratedAt: at('rated_at'),
    nps: text('nps').$type<'promoter' | 'passive' | 'detractor'>(),
    opinion: text('opinion').$type<'happy' | 'neutral' | 'unhappy'>(),
    calls: int('calls').notNull(),
    stageId: text('stage_id'),
    /** As in the list of addresses that want no emails; null without an address that is theirs. */
    addressHash: text('address_hash'),
    noCalls: bool('no_calls').notNull(),
    noMails: bool('no_mails').notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.siteId, row.visitorId] }),
    // Visitors that somebody else stands for: few.
    index('contact_traits_other')
      .on(row.siteId, row.visitorId, row.contactId)
      .where(sql`visitor_id <> contact_id`),
  ],
);

/** Contacts who said no to calls or emails beyond their own conversations, as the team was told. */
export const contactRefusals = table(
  'contact_refusals',
  {
    siteId: text('site_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    noCalls: bool('no_calls').notNull(),
    noMails: bool('no_mails').notNull(),
    staffId: text('staff_id').notNull(),
    at: at('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.siteId, row.visitorId] })],
);

/** Segments of the team's own. */
export const segments = table(
  'segments',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    rule: json<SegmentRule>('rule').notNull(),
    /** Whether programs are told of everyone who enters it. */
    watched: bool('watched').notNull().default(false),
    /** Staff and teams that are told of everyone who enters it. */
    notify: json<Notified>('notify').notNull(),
    /** When it was looked at first since it was saved: whoever was in it then hasn’t entered. Null before. */
    watchedSince: at('watched_since'),
    staffId: text('staff_id').notNull(),
    at: at('at').notNull(),
  },
  (segment) => [primaryKey({ columns: [segment.siteId, segment.id] })],
);

/** Contacts who are in a watched segment, as it was last looked at; `at` is the hour of the look that found them. */
export const segmentMembers = table(
  'segment_members',
  {
    siteId: text('site_id').notNull(),
    segmentId: text('segment_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    at: at('at').notNull(),
  },
  (member) => [
    primaryKey({ columns: [member.siteId, member.segmentId, member.visitorId] }),
    index('segment_members_visitor').on(member.siteId, member.visitorId),
  ],
);

/** People to call, one after the other, with what is offered them. */
export const contactCalls = table(
  'contact_calls',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    /** One making of a list. */
    listId: text('list_id').notNull(),
    list: text('list').notNull(),
    offer: text('offer').notNull(),
    visitorId: text('visitor_id').notNull(),
    outcome: text('outcome').$type<(typeof callOutcomes)[number]>(),
    note: text('note').notNull(),
    staffId: text('staff_id').notNull(),
    createdAt: at('created_at').notNull(),
    /** When its outcome was last said. */
    at: at('at').notNull(),
  },
  (call) => [
    primaryKey({ columns: [call.siteId, call.id] }),
    index('contact_calls_visitor').on(call.siteId, call.visitorId),
    index('contact_calls_list').on(call.siteId, call.createdAt, call.id),
  ],
);
