import { z } from 'zod';
import { whereabouts } from '../core/conversations/hostPage.ts';
import {
  conversationStatus,
  inboxConversation,
  labelColour,
  message,
  messageBody,
  nothingSaid,
  priority,
  saysSomething,
} from '../core/conversations/schema.ts';
import { copies } from '../core/conversations/mailPeople.ts';
import {
  cursor,
  email,
  id,
  instant,
  language,
  line,
  longest,
  prose,
  someLine,
  someProse,
} from '../core/fields.ts';
import { person } from '../core/people/site.ts';
import { richText } from '../core/richTextSchema.ts';

/** The views that every inbox has. Besides them there is one for each label, team and kind. */
export const standardViews = [
  'waiting',
  'mine',
  'unassigned',
  'all',
  'mentions',
  'snoozed',
  'closed',
  'held',
] as const;
export type StandardView = (typeof standardViews)[number];

const viewPattern =
  /^(?:waiting|mine|unassigned|all|mentions|snoozed|closed|held|(?:label|team):[0-9a-f-]{36}|kind:[a-z][a-z_]{0,30})$/;
export const view = z.string().regex(viewPattern) as unknown as z.ZodType<View>;
export type View = StandardView | `label:${string}` | `team:${string}` | `kind:${string}`;

export const sorts = ['promise', 'newest', 'oldest'] as const;
export const sort = z.enum(sorts);
export type Sort = z.infer<typeof sort>;

export const listQuery = z.object({
  view: view.optional(),
  sort: sort.optional(),
  /** Opaque: `next` of the page before. */
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
export type ListQuery = z.infer<typeof listQuery>;

export const inboxPage = z.object({
  conversations: z.array(inboxConversation),
  next: z.string().nullable(),
  cursor,
});
export type InboxPage = z.infer<typeof inboxPage>;

/** Views are counted up to here; one more says "and more". */
export const maxCounted = 999;

const counted = z.number().int();
export const label = z.object({ id, name: z.string(), colour: labelColour });
export type Label = z.infer<typeof label>;
export const team = z.object({ id, name: z.string(), members: z.array(id) });
export type Team = z.infer<typeof team>;
export const savedSearch = z.object({ id, name: z.string(), query: z.string() });
export type SavedSearch = z.infer<typeof savedSearch>;

/** The overview beside the list: every view with what waits in it. */
export const overview = z.object({
  /** By view, one above {@link maxCounted} at the most. */
  counts: z.record(z.string(), counted),
  /** Kinds of conversations that there are, each a view: whatever features have registered. */
  kinds: z.array(z.string()),
  labels: z.array(label),
  teams: z.array(team),
  searches: z.array(savedSearch),
  people: z.array(person),
});
export type Overview = z.infer<typeof overview>;

export const draft = z.object({ body: z.string(), visibility: z.enum(['public', 'note']), at: instant });
export type Draft = z.infer<typeof draft>;
export const saveDraft = z.strictObject({
  body: prose(longest.message),
  visibility: z.enum(['public', 'note']),
});

export const inboxThread = z.object({
  conversation: inboxConversation,
  messages: z.array(message),
  /** Same visitor, newest first, without this one. */
  earlier: z.array(z.object({ id, subject: z.string(), status: conversationStatus, createdAt: instant })),
  visitorSince: instant,
  /** Where they wrote from, in plain words, as far as it is known. */
  device: z.string().nullable(),
  zone: z.string().nullable(),
  referrer: z.string().nullable(),
  /** The page that they look at now; null where it is not known, or not shared. */
  whereabouts: z.object({ page: whereabouts.shape.page, at: instant }).nullable(),
  /** The asking person's draft here. */
  draft: draft.nullable(),
  cursor,
});
export type InboxThread = z.infer<typeof inboxThread>;

export const staffMessage = z
  .strictObject({
    ...messageBody,
    visibility: z.enum(['public', 'note']),
    /**
     * The newest place of the thread that its writer has seen: a colleague's reply after it makes a public one
     * `answered_meanwhile`. Absent: sent whatever there is.
     */
    after: cursor.optional(),
    /** Whom it goes to besides the visitor; only of a reply to an email. */
    mail: copies.optional(),
  })
  .refine(saysSomething, nothingSaid);
export type StaffMessage = z.infer<typeof staffMessage>;

/** The message that a conversation is split from, on; `id` is that of the new one. */
export const split = z.strictObject({ id, message: id });
export type Split = z.infer<typeof split>;

/** Messages that go to somebody outside, with words for them. `id` is that of the note that says so. */
export const forward = z.strictObject({
  id,
  email,
  body: prose(longest.message),
  messages: z.array(id).min(1).max(100),
});
export type Forward = z.infer<typeof forward>;

/** The part of a message to redact: one of its files; absent for all that it says. */
export const redactMessage = z.strictObject({ file: id.optional() });
export type RedactMessage = z.infer<typeof redactMessage>;

const someLabels = z.array(id).min(1).max(20).optional();

/** Each field present is changed, in one commit, and said in the thread. */
export const conversationChange = z.strictObject({
  /** Null gives it back to the team. */
  assignee: id.nullable().optional(),
  team: id.nullable().optional(),
  status: z.enum(['open', 'closed']).optional(),
  /** Puts it aside until an instant, or (null) until the visitor replies. */
  snooze: z.strictObject({ until: instant.nullable() }).optional(),
  /** False lets a held conversation into the inbox. */
  held: z.literal(false).optional(),
  priority: priority.optional(),
  addLabels: someLabels,
  removeLabels: someLabels,
  /** The visitor is told the new time. */
  promiseAt: instant.optional(),
  /** Puts all its messages into another conversation of the same visitor. */
  mergeInto: id.optional(),
});
export type ConversationChange = z.infer<typeof conversationChange>;

export const conversationReply = z.object({ conversation: inboxConversation });
export type ConversationReply = z.infer<typeof conversationReply>;

/** One change of many conversations. `id` is client-made: it names the action for undo, and repeats change nothing. */
export const inboxAction = z.strictObject({
  id,
  conversations: z.array(id).min(1).max(100),
  change: conversationChange,
});
export type InboxAction = z.infer<typeof inboxAction>;

export const actionReply = z.object({
  conversations: z.array(inboxConversation),
  /** Those that could not be changed: gone, or not in a state for it. */
  refused: z.array(id),
  /** False where nothing can be taken back: a visitor was told. */
  undoable: z.boolean(),
});
export type ActionReply = z.infer<typeof actionReply>;

export const staffPeople = z.object({ people: z.array(person) });
export type StaffPeople = z.infer<typeof staffPeople>;

/** The number of conversations somebody takes at once, and their languages. */
export const saveWork = z.strictObject({
  capacity: z.number().int().min(1).max(10),
  languages: z.array(language).max(20),
});
export const work = z.object({
  id,
  name: z.string(),
  capacity: z.number().int(),
  languages: z.array(z.string()),
});
export type Work = z.infer<typeof work>;
export const workList = z.object({
  people: z.array(work),
  /** The site's. */
  languages: z.array(z.string()),
  /** Whether conversations are given to people by themselves. */
  gives: z.boolean(),
});
export const workReply = z.object({ person: work });

export const previewBody = z.strictObject({ body: prose(longest.message) });
export const previewReply = z.object({ rich: richText });

/** Somebody has a conversation open, writes in it, or has left it. */
export const viewing = z.strictObject({
  state: z.enum(['here', 'writing', 'left']),
  /** True of the first word: those who are there already answer it. */
  arrives: z.boolean(),
});
export type Viewing = z.infer<typeof viewing>;

export const saveLabel = z.strictObject({ name: someLine(40), colour: labelColour });
export const labelReply = z.object({ label });
export const saveTeam = z.strictObject({ name: someLine(60), members: z.array(id).max(200) });
export const teamReply = z.object({ team });
export const saveSearch = z.strictObject({ name: someLine(60), query: someLine(longest.query) });
export const searchReply = z.object({ search: savedSearch });

export const cannedReply = z.object({
  id,
  shortcut: z.string(),
  title: z.string(),
  body: z.string(),
  /** Empty: for every language. */
  language: z.string(),
});
export type CannedReply = z.infer<typeof cannedReply>;
export const cannedReplies = z.object({ replies: z.array(cannedReply) });
export const saveCannedReply = z.strictObject({
  /** Typed after the slash: letters, digits, hyphens, of any script. */
  shortcut: line(40).regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u),
  title: someLine(100),
  body: someProse(longest.message),
  language: language.or(z.literal('')),
});
export const cannedReplyReply = z.object({ reply: cannedReply });

const ranges = z.array(z.object({ start: z.number().int(), end: z.number().int() }));
export const searchQuery = z.object({ q: z.string().max(longest.query) });
/** A conversation with the place that was found in it. */
export const found = z.object({
  conversation: inboxConversation,
  /** The words around what was found, with the ranges to mark; null where the conversation itself was found. */
  excerpt: z.object({ message: id, text: z.string(), matches: ranges, at: instant }).nullable(),
  /** Ranges of the visitor's name and of the subject. */
  name: ranges,
  subject: ranges,
});
export type Found = z.infer<typeof found>;
export const searchResults = z.object({ results: z.array(found) });
export type SearchResults = z.infer<typeof searchResults>;

export const transcriptQuery = z.object({ notes: z.enum(['0', '1']).optional() });
