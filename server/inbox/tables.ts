import type { ConversationChange } from '../../shared/inbox/schema.ts';
import type { Before } from '../core/conversations/actions.ts';
import { at, index, json, primaryKey, table, text, uniqueIndex } from '../core/db/columns.ts';

/** Replies that are written once and sent often. */
export const cannedReplies = table(
  'canned_replies',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    /** The text typed after the slash. */
    shortcut: text('shortcut').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    /** Empty: for every language. */
    language: text('language').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (reply) => [
    primaryKey({ columns: [reply.siteId, reply.id] }),
    uniqueIndex('canned_replies_shortcut').on(reply.siteId, reply.shortcut, reply.language),
  ],
);

/** Drafts of staff, on whichever machine. */
export const drafts = table(
  'drafts',
  {
    siteId: text('site_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    staffId: text('staff_id').notNull(),
    body: text('body').notNull(),
    visibility: text('visibility').$type<'public' | 'note'>().notNull(),
    at: at('at').notNull(),
  },
  (draft) => [primaryKey({ columns: [draft.siteId, draft.conversationId, draft.staffId] })],
);

export const savedSearches = table(
  'saved_searches',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    staffId: text('staff_id').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (search) => [
    primaryKey({ columns: [search.siteId, search.id] }),
    index('saved_searches_staff').on(search.siteId, search.staffId),
  ],
);

/** Actions on conversations, with what those were before: what undo goes back to. */
export const inboxActions = table(
  'inbox_actions',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    staffId: text('staff_id').notNull(),
    at: at('at').notNull(),
    change: json<ConversationChange>('change').notNull(),
    before: json<Before[]>('before').notNull(),
    /** Null while it is under way: a process that died over it left it so, and a repeat goes on. */
    doneAt: at('done_at'),
    undoneAt: at('undone_at'),
  },
  (action) => [
    primaryKey({ columns: [action.siteId, action.id] }),
    index('inbox_actions_at').on(action.siteId, action.at),
  ],
);

/** Conversations that were given to people by the site's rules, and what became of it. */
export const assignments = table(
  'assignments',
  {
    siteId: text('site_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    staffId: text('staff_id').notNull(),
    /** When it was last given to them. */
    at: at('at').notNull(),
    /** `offered`: not looked at yet. `passed`: not taken in time, or given back by them. `returned`: they left. */
    state: text('state').$type<'offered' | 'accepted' | 'passed' | 'returned'>().notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (assignment) => [
    primaryKey({ columns: [assignment.siteId, assignment.conversationId, assignment.staffId] }),
    index('assignments_state').on(assignment.siteId, assignment.state, assignment.at),
    index('assignments_staff').on(assignment.siteId, assignment.staffId, assignment.at),
  ],
);

/**
 * Where the search of the inbox is told what to read anew: a row put in is read, and gone, by the migrations' triggers.
 */
export const messageRefresh = table('message_refresh', {
  siteId: text('site_id').notNull(),
  messageId: text('message_id').notNull(),
});
