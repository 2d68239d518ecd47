import type { HeldReason } from '../../shared/core/heldReasons.ts';
import type { RichNode } from '../../shared/core/richText.ts';
import type { IdeaState, IdeaStatus } from '../../shared/ideas/states.ts';
import { at, bool, index, int, json, primaryKey, table, text, uniqueIndex } from '../core/db/columns.ts';

/** An idea for the company's product, with what the team makes of it. */
export const ideas = table(
  'ideas',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    title: text('title').notNull(),
    /** Markdown, as written; may be empty. */
    details: text('details').notNull(),
    rich: json<RichNode[]>('rich').notNull(),
    language: text('language').notNull(),
    slug: text('slug').notNull(),
    authorKind: text('author_kind').$type<'staff' | 'visitor'>().notNull(),
    /** Of the visitor or of who of the team wrote it; null for a person who was erased. */
    authorId: text('author_id'),
    authorName: text('author_name').notNull(),
    /** True when the host's page signed who they are. */
    verified: bool('verified').notNull(),
    state: text('state').$type<IdeaState>().notNull(),
    /** Why it waits for staff; null for others. */
    reason: text('reason').$type<HeldReason>(),
    /** True when the team approved it as it is: reports then leave it where it is until they look. */
    vetted: bool('vetted').notNull().default(false),
    status: text('status').$type<IdeaStatus>().notNull().default('new'),
    /** The team's current note to everybody, Markdown; empty for none. */
    note: text('note').notNull().default(''),
    noteRich: json<RichNode[]>('note_rich'),
    /** When the status last changed; null while it never did. */
    statusAt: at('status_at'),
    /** The idea that it is the same as: what is said of it is said there. That one is never merged itself. */
    mergedInto: text('merged_into'),
    /** The number of people who voted for it or for one merged into it, once each. */
    votes: int('votes').notNull().default(0),
    /** Votes whose people were erased: they count on. */
    baseVotes: int('base_votes').notNull().default(0),
    createdAt: at('created_at').notNull(),
    editedAt: at('edited_at'),
    /** When anything that its page shows besides votes last changed. */
    updatedAt: at('updated_at').notNull(),
    /** A fingerprint of the request: the same again is the same idea. */
    fingerprint: text('fingerprint').notNull(),
  },
  (idea) => [
    primaryKey({ columns: [idea.siteId, idea.id] }),
    index('ideas_top').on(idea.siteId, idea.state, idea.votes),
    index('ideas_newest').on(idea.siteId, idea.state, idea.createdAt),
    index('ideas_merged').on(idea.siteId, idea.mergedInto),
    index('ideas_author').on(idea.siteId, idea.authorId, idea.createdAt),
  ],
);

/** Earlier words of an idea. */
export const ideaVersions = table(
  'idea_versions',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    ideaId: text('idea_id').notNull(),
    title: text('title').notNull(),
    details: text('details').notNull(),
    /** The member of staff who replaced them; null for whose idea it is. */
    staffId: text('staff_id'),
    /** When they were replaced. */
    at: at('at').notNull(),
  },
  (version) => [
    primaryKey({ columns: [version.siteId, version.id] }),
    index('idea_versions_idea').on(version.siteId, version.ideaId, version.at),
  ],
);

/** Replies to ideas, of visitors and of the team. */
export const ideaReplies = table(
  'idea_replies',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    ideaId: text('idea_id').notNull(),
    authorKind: text('author_kind').$type<'staff' | 'visitor'>().notNull(),
    /** Of the visitor or of who of the team wrote it; null for a person who was erased. */
    authorId: text('author_id'),
    authorName: text('author_name').notNull(),
    /** True when the host's page signed who they are. */
    verified: bool('verified').notNull(),
    state: text('state').$type<IdeaState>().notNull(),
    /** Why it waits for staff; null for others. */
    reason: text('reason').$type<HeldReason>(),
    /** True when the team approved it as it is: reports then leave it where it is until they look. */
    vetted: bool('vetted').notNull().default(false),
    /** Markdown, as written; empty once its author took it away. */
    body: text('body').notNull(),
    rich: json<RichNode[]>('rich').notNull(),
    createdAt: at('created_at').notNull(),
    editedAt: at('edited_at'),
    /** A fingerprint of the request: the same again is the same reply. */
    fingerprint: text('fingerprint').notNull(),
  },
  (reply) => [
    primaryKey({ columns: [reply.siteId, reply.id] }),
    index('idea_replies_idea').on(reply.siteId, reply.ideaId, reply.state, reply.createdAt),
    index('idea_replies_state').on(reply.siteId, reply.state, reply.createdAt),
    index('idea_replies_author').on(reply.siteId, reply.authorId, reply.createdAt),
  ],
);

/** Earlier versions of a reply. */
export const ideaReplyVersions = table(
  'idea_reply_versions',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    replyId: text('reply_id').notNull(),
    body: text('body').notNull(),
    /** When it was replaced by its author. */
    at: at('at').notNull(),
  },
  (version) => [
    primaryKey({ columns: [version.siteId, version.id] }),
    index('idea_reply_versions_reply').on(version.siteId, version.replyId, version.at),
  ],
);

/** Changes of ideas' statuses. */
export const ideaSteps = table(
  'idea_steps',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    ideaId: text('idea_id').notNull(),
    status: text('status').$type<IdeaStatus>().notNull(),
    /** Markdown, for everybody; empty for none. */
    note: text('note').notNull(),
    noteRich: json<RichNode[]>('note_rich').notNull(),
    staffId: text('staff_id').notNull(),
    at: at('at').notNull(),
  },
  (step) => [
    primaryKey({ columns: [step.siteId, step.id] }),
    index('idea_steps_idea').on(step.siteId, step.ideaId, step.at),
  ],
);

/** Votes for ideas, one a visitor. */
export const ideaVotes = table(
  'idea_votes',
  {
    siteId: text('site_id').notNull(),
    ideaId: text('idea_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    /** The origin of the vote, see core/people/voice.ts: each counts once. */
    origin: text('origin').notNull(),
    /** The member of staff who voted on the visitor's behalf; null where they did so themselves. */
    staffId: text('staff_id'),
    at: at('at').notNull(),
  },
  (vote) => [
    primaryKey({ columns: [vote.siteId, vote.ideaId, vote.visitorId] }),
    index('idea_votes_visitor').on(vote.siteId, vote.visitorId),
  ],
);

/** Conversations in which somebody asked for an idea, as staff noted it. */
export const ideaRequests = table(
  'idea_requests',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    ideaId: text('idea_id').notNull(),
    /** Null where the conversation was erased: that somebody asked counts on. */
    conversationId: text('conversation_id'),
    visitorId: text('visitor_id'),
    staffId: text('staff_id').notNull(),
    at: at('at').notNull(),
  },
  (request) => [
    primaryKey({ columns: [request.siteId, request.id] }),
    uniqueIndex('idea_requests_once').on(request.siteId, request.ideaId, request.conversationId),
    index('idea_requests_conversation').on(request.siteId, request.conversationId),
    index('idea_requests_visitor').on(request.siteId, request.visitorId),
  ],
);

/** Followers of an idea by mail. */
export const ideaFollowers = table(
  'idea_followers',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    ideaId: text('idea_id').notNull(),
    email: text('email').notNull(),
    language: text('language').notNull(),
    /** True for who voted: they hear of changes without having said by mail that it's they. */
    isVoter: bool('is_voter').notNull(),
    /** When they said by mail that it was they; null until then. */
    confirmedAt: at('confirmed_at'),
    endedAt: at('ended_at'),
    createdAt: at('created_at').notNull(),
  },
  (follower) => [
    primaryKey({ columns: [follower.siteId, follower.id] }),
    index('idea_followers_idea').on(follower.siteId, follower.ideaId),
    index('idea_followers_email').on(follower.siteId, follower.email),
  ],
);
