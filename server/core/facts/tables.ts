import { sql } from 'drizzle-orm';
import type { FactKind } from '../../../shared/core/facts/kinds.ts';
import { at, index, int, primaryKey, seq, table, text } from '../db/columns.ts';

/** A conversation's state after a fact about it. */
export type ConversationState = 'open' | 'closed' | 'merged';

/**
 * Facts for reports: rows are added, and never changed. They stay when the log is pruned and when people are erased, so
 * they hold ids and numbers alone: no visitor, no name, no text.
 */
export const facts = table(
  'facts',
  {
    siteId: text('site_id').notNull(),
    /** Its place among the site's facts: they commit in this order. */
    place: seq('place').notNull(),
    kind: text('kind').$type<FactKind>().notNull(),
    at: at('at').notNull(),
    /** The subject: a conversation, an answer to a survey, a public question. */
    subjectId: text('subject_id'),
    /** Kind of the conversation. */
    channel: text('channel'),
    staffId: text('staff_id'),
    teamId: text('team_id'),
    language: text('language'),
    /** See `factKinds`. */
    value: int('value'),
    clock: int('clock'),
    /** Of a conversation, where the fact changed it. */
    state: text('state').$type<ConversationState>(),
  },
  (fact) => [
    primaryKey({ columns: [fact.siteId, fact.place] }),
    // The rows behind a number.
    index('facts_kind').on(fact.siteId, fact.kind, fact.at),
    // What a conversation was before an event.
    index('facts_state').on(fact.siteId, fact.subjectId, fact.at, fact.place).where(sql`state is not null`),
  ],
);

/** The place of each site's newest fact. Taking the next locks the row, so that places commit in order. */
export const factHeads = table('fact_heads', {
  siteId: text('site_id').primaryKey(),
  head: seq('head').notNull(),
});
