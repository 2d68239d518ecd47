import { z } from 'zod';
import { attachment } from '../core/content/attachments.ts';
import { cursor, email, id, instant, language, line, someLine, someProse, webUrl } from '../core/fields.ts';
import { commentSorts } from './options.ts';
import { richText } from '../core/richTextSchema.ts';
import { heldReasons } from '../core/heldReasons.ts';
import { maxCommentLength } from './rules.ts';
import { decisions, staffStates } from './states.ts';

/** Which page is commented on: its address, and the name that its owner gave it, which is what counts then. */
const pageOf = { url: webUrl, page: someLine(200).optional() };

export const sort = z.enum(commentSorts);

export const author = z.object({
  /** Empty for who gave none. */
  name: z.string(),
  kind: z.enum(['visitor', 'staff']),
  /** True when the page signed who they are. */
  verified: z.boolean(),
});

/** A comment as everybody sees it. */
export const comment = z.object({
  id,
  parent: id.nullable(),
  /** The comment that its thread begins with; its own id for one that begins a thread. */
  root: id,
  author,
  rich: richText,
  files: z.array(attachment),
  at: instant,
  editedAt: instant.nullable(),
  up: z.number().int(),
  down: z.number().int(),
  /** True when it is deleted, and stands only for what was replied to it. */
  gone: z.boolean(),
  /** True when the team pinned it: it comes first on its page. */
  pinned: z.boolean(),
});
export type Comment = z.infer<typeof comment>;

/** A comment as who wrote it sees it. */
export const ownComment = comment.extend({
  body: z.string(),
  state: z.enum(['approved', 'pending']),
  /** Why it waits for staff. */
  reason: z.enum(heldReasons).nullable(),
  /** Until when they may change or delete it. */
  editableUntil: instant,
});
export type OwnComment = z.infer<typeof ownComment>;

export const commentRules = z.object({
  depth: z.number(),
  sort,
  votes: z.enum(['off', 'up', 'both']),
  name: z.enum(['optional', 'required']),
  email: z.enum(['no', 'optional', 'required']),
  pictures: z.number(),
  note: z.string(),
});
export type CommentRules = z.infer<typeof commentRules>;

export const listQuery = z.strictObject({
  ...pageOf,
  sort: sort.optional(),
  /** Where the list before ended. */
  after: z
    .string()
    .max(120)
    .regex(/^[0-9a-z.-]+$/)
    .optional(),
  /** A comment whose thread is wanted first, wherever it stands. */
  with: id.optional(),
});
export type ListQuery = z.infer<typeof listQuery>;

export const commentList = z.object({
  page: z.object({
    url: z.string(),
    title: z.string(),
    /** Approved comments. */
    count: z.number().int(),
    open: z.boolean(),
  }),
  rules: commentRules,
  sort,
  /** Threads in their order, each with its replies behind it in the order of their arrival. */
  comments: z.array(comment),
  /** Where the next threads begin, or null. */
  next: z.string().nullable(),
  /** By thread: replies that were left out, the last ones. */
  more: z.record(id, z.number().int()),
  /** The page's place in the log: what changes later is asked for with it. */
  seq: cursor,
});
export type CommentList = z.infer<typeof commentList>;

export const newsQuery = z.strictObject({ ...pageOf, after: z.coerce.number().pipe(cursor) });
export const newsReply = z.object({
  /** Comments that were added, changed or deleted, the oldest first. */
  comments: z.array(comment),
  seq: cursor,
  /** True when too much happened: the list is to be asked for anew. */
  anew: z.boolean(),
});
export type CommentChanges = z.infer<typeof newsReply>;

/** An event of a page's stream. */
export interface CommentEvent {
  comment: Comment;
}

export const threadQuery = z.strictObject({ skip: z.coerce.number().int().min(0).max(1_000_000) });
export const threadReply = z.object({ comments: z.array(comment), left: z.number().int() });
export type ThreadReply = z.infer<typeof threadReply>;

export const mineQuery = z.strictObject(pageOf);
export const mineReply = z.object({
  comments: z.array(ownComment),
  votes: z.record(id, z.union([z.literal(1), z.literal(-1)])),
  name: z.string(),
  email: z.string(),
});
export type MineReply = z.infer<typeof mineReply>;

const body = someProse(maxCommentLength);
const files = z.array(id).max(8);

export const newComment = z.strictObject({
  id,
  ...pageOf,
  title: line(300).optional(),
  parent: id.optional(),
  body,
  files: files.optional(),
  language,
  name: line(80).optional(),
  email: z.union([z.literal(''), email]).optional(),
  /** The replies or comments they want to hear of by mail. */
  follow: z.enum(['replies', 'page']).optional(),
  /** True for one mail a day instead of one a comment. */
  daily: z.boolean().optional(),
  /** Left empty by people. */
  website: z.string().max(200).optional(),
  /** The time it took to write, milliseconds; absent where nobody could measure it. */
  took: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  /** The solution of the challenge. */
  solution: z.string().max(2_000).optional(),
});
export type NewComment = z.infer<typeof newComment>;

export const editComment = z.strictObject({ body, files: files.optional() });
export type EditComment = z.infer<typeof editComment>;
export const ownReply = z.object({ comment: ownComment });
export type OwnReply = z.infer<typeof ownReply>;

export const nothing = z.strictObject({});
export const voteComment = z.strictObject({ value: z.union([z.literal(1), z.literal(0), z.literal(-1)]) });
export const votesReply = z.object({ up: z.number().int(), down: z.number().int() });
export type VotesReply = z.infer<typeof votesReply>;
/** Why it should be looked at; or that one's own report, of a few minutes ago, is taken back. */
export const reportComment = z.union([
  z.strictObject({ withdraw: z.literal(true) }),
  z.strictObject({ reason: line(300).optional() }),
]);
export type ReportComment = z.infer<typeof reportComment>;
export const doneReply = z.object({ done: z.literal(true) });
export type DoneReply = z.infer<typeof doneReply>;

export const previewComment = z.strictObject({ body: z.string().max(maxCommentLength) });
export const previewReply = z.object({ rich: richText });
export type PreviewReply = z.infer<typeof previewReply>;

export const countPages = z.strictObject({ pages: z.array(z.strictObject(pageOf)).min(1).max(100) });
export type CountPages = z.infer<typeof countPages>;
export const countsReply = z.object({ counts: z.array(z.number().int()) });
export type CountsReply = z.infer<typeof countsReply>;

/* The staff's side */

export const staffComment = z.object({
  id,
  state: z.enum(['approved', 'pending', 'spam', 'deleted']),
  reason: z.enum(heldReasons).nullable(),
  author,
  email: z.string().nullable(),
  /** Markdown, as written. */
  body: z.string(),
  pinned: z.boolean(),
  rich: richText,
  files: z.array(attachment),
  at: instant,
  editedAt: instant.nullable(),
  reports: z.number().int(),
  /** Reasons of readers who reported it, the newest first; silent reports are not in it. */
  reportReasons: z.array(z.string()),
  up: z.number().int(),
  down: z.number().int(),
  /** Their approved comments on this site. */
  approvedBefore: z.number().int(),
  page: z.object({ id, url: z.string(), title: z.string(), open: z.boolean() }),
  /** The comment it answers. */
  parent: z.object({ id, name: z.string(), excerpt: z.string() }).nullable(),
});
export type StaffComment = z.infer<typeof staffComment>;

export const staffQuery = z.strictObject({
  state: z.enum(staffStates),
  search: line(200).optional(),
  after: z
    .string()
    .max(60)
    .regex(/^[0-9a-z.-]+$/)
    .optional(),
});
export const staffList = z.object({
  comments: z.array(staffComment),
  next: z.string().nullable(),
  counts: z.object({ pending: z.number().int(), reported: z.number().int() }),
});
export type StaffList = z.infer<typeof staffList>;

export const decideComments = z.strictObject({
  ids: z.array(id).min(1).max(200),
  decision: z.enum(decisions),
});
export const decidedReply = z.object({ changed: z.number().int() });
export type DecidedReply = z.infer<typeof decidedReply>;
export const answerComment = z.strictObject({ id, body });
export const answerReply = z.object({ comment });
export type AnswerReply = z.infer<typeof answerReply>;
export const closePage = z.strictObject({ open: z.boolean() });

export const pinComment = z.strictObject({ pinned: z.boolean() });
export const editByStaff = z.strictObject({ body });
export type EditByStaff = z.infer<typeof editByStaff>;

/** Earlier words of a comment that staff changed, the newest first. */
export const commentHistory = z.object({
  versions: z.array(z.object({ id, body: z.string(), by: z.string(), at: instant })),
});
export type CommentHistory = z.infer<typeof commentHistory>;

/** A link to a page on which its comments can be moderated. */
export const pagePass = z.object({ url: z.string(), endsAt: z.number().int() });
export type PagePass = z.infer<typeof pagePass>;

/** The page that a pass is used on: it is worth nothing on another. */
export const pageQuery = z.strictObject(pageOf);
export type PageQuery = z.input<typeof pageQuery>;

/** Something that staff do on the page: with the page, or with one of its comments. */
export const moderatePage = z
  .union([
    z.strictObject({ open: z.boolean() }),
    z.strictObject({ comment: id, pinned: z.boolean() }),
    z.strictObject({ comment: id, hidden: z.boolean() }),
  ])
  .meta({ examples: [{ open: false }] });
export type ModeratePage = z.input<typeof moderatePage>;

/** The one who moderates, and how the page stands. */
export const pageModeration = z.object({ name: z.string(), open: z.boolean() });
export type PageModeration = z.infer<typeof pageModeration>;
