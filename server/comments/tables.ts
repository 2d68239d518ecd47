import type { Attachment } from '../../shared/core/content/attachments.ts';
import type { HeldReason } from '../../shared/core/heldReasons.ts';
import type { RichNode } from '../../shared/core/richText.ts';
import { at, bool, index, int, json, primaryKey, seq, table, text, uniqueIndex } from '../core/db/columns.ts';

export type CommentState = 'approved' | 'pending' | 'spam' | 'deleted';

/** Pages of the host site that were commented on, or could be. */
export const commentPages = table(
  'comment_pages',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    /** The key of the page: `/path?query`, with its host in front where that is no own one, or `=name`. */
    key: text('key').notNull(),
    url: text('url').notNull(),
    title: text('title').notNull(),
    /** The choice of staff: open or closed; null leaves it to the site's rules. */
    open: bool('open'),
    /** Approved comments. */
    count: int('count').notNull(),
    /** Place in the log of its last visible change. */
    seq: seq('seq').notNull(),
    /** Data of another system, for the export. */
    extra: json<Record<string, unknown>>('extra'),
    createdAt: at('created_at').notNull(),
  },
  (page) => [
    primaryKey({ columns: [page.siteId, page.id] }),
    uniqueIndex('comment_pages_key').on(page.siteId, page.key),
  ],
);

export const comments = table(
  'comments',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    pageId: text('page_id').notNull(),
    parentId: text('parent_id'),
    /** The comment that its thread begins with. */
    rootId: text('root_id').notNull(),
    /** Its number in the thread: a parent's is always lower. */
    place: int('place').notNull(),
    state: text('state').$type<CommentState>().notNull(),
    reason: text('reason').$type<HeldReason>(),
    authorKind: text('author_kind').$type<'visitor' | 'staff' | 'imported'>().notNull(),
    authorId: text('author_id'),
    name: text('name').notNull(),
    email: text('email'),
    /** Their website in another system. */
    website: text('website'),
    /** True when the page signed who they are. */
    verified: bool('verified').notNull(),
    body: text('body').notNull(),
    rich: json<RichNode[]>('rich').notNull(),
    files: json<Attachment[]>('files'),
    language: text('language').notNull(),
    up: int('up').notNull(),
    down: int('down').notNull(),
    /** Votes that came with it from elsewhere, of people whom we do not know. */
    baseUp: int('base_up').notNull(),
    baseDown: int('base_down').notNull(),
    reports: int('reports').notNull(),
    /** True when a person of the team approved it as it is: reports then leave it where it is until they look. */
    vetted: bool('vetted').notNull(),
    /** Approved replies in the thread that it begins; 0 for others. */
    replies: int('replies').notNull(),
    /** Place in the log of its last visible change. */
    seq: seq('seq').notNull(),
    createdAt: at('created_at').notNull(),
    editedAt: at('edited_at'),
    /** When staff pinned it: it comes first on its page. Only what begins a thread is pinned. */
    pinnedAt: at('pinned_at'),
    /** `system:id` of where it came from: importing again finds it. */
    source: text('source'),
    /** More data of another system, for the export. */
    extra: json<Record<string, unknown>>('extra'),
    fingerprint: text('fingerprint').notNull(),
  },
  (comment) => [
    primaryKey({ columns: [comment.siteId, comment.id] }),
    index('comments_thread').on(comment.siteId, comment.rootId, comment.place),
    index('comments_page').on(comment.siteId, comment.pageId, comment.parentId, comment.createdAt),
    index('comments_news').on(comment.siteId, comment.pageId, comment.seq),
    index('comments_state').on(comment.siteId, comment.state, comment.createdAt),
    index('comments_author').on(comment.siteId, comment.authorId, comment.createdAt),
    uniqueIndex('comments_source').on(comment.siteId, comment.source),
  ],
);

/** Earlier words of a comment that staff changed. */
export const commentVersions = table(
  'comment_versions',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    commentId: text('comment_id').notNull(),
    body: text('body').notNull(),
    staffId: text('staff_id').notNull(),
    /** When it was replaced. */
    at: at('at').notNull(),
  },
  (version) => [
    primaryKey({ columns: [version.siteId, version.id] }),
    index('comment_versions_comment').on(version.siteId, version.commentId, version.at),
  ],
);

export const commentVotes = table(
  'comment_votes',
  {
    siteId: text('site_id').notNull(),
    commentId: text('comment_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    /** The origin of the vote, see origin.ts: each counts once. */
    origin: text('origin').notNull(),
    /** 1 or -1. */
    value: int('value').notNull(),
    at: at('at').notNull(),
  },
  (vote) => [
    primaryKey({ columns: [vote.siteId, vote.commentId, vote.visitorId] }),
    index('comment_votes_visitor').on(vote.siteId, vote.visitorId),
  ],
);

/** Followers of comments by mail. */
export const commentFollowers = table(
  'comment_followers',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    pageId: text('page_id').notNull(),
    /** The comment whose replies they want; null for everything on the page. */
    commentId: text('comment_id'),
    email: text('email').notNull(),
    language: text('language').notNull(),
    /** One mail a day instead of one a comment. */
    daily: bool('daily').notNull(),
    /** Up to when a day's mail told. */
    toldAt: at('told_at'),
    /** When they said by mail that it was they; null until then: nothing but that question is sent. */
    confirmedAt: at('confirmed_at'),
    endedAt: at('ended_at'),
    createdAt: at('created_at').notNull(),
  },
  (follower) => [
    primaryKey({ columns: [follower.siteId, follower.id] }),
    index('comment_followers_page').on(follower.siteId, follower.pageId),
    index('comment_followers_email').on(follower.siteId, follower.email),
  ],
);
