import { hasVisibleText } from '../visibleText.ts';
import { z } from 'zod';
import { attachment, maxAttachments } from '../content/attachments.ts';
import { cursor, id, instant, longest, prose } from '../fields.ts';
import { richText } from '../richTextSchema.ts';
import { person } from '../people/site.ts';
import { messageMail } from './mailPeople.ts';
import { ratingScales } from './ratingScale.ts';

export const kinds = ['ask', 'chat', 'callback', 'nps', 'mail'] as const;
export const conversationKind = z.enum(kinds);
export type ConversationKind = z.infer<typeof conversationKind>;

/** Kinds whose feature keeps its promise itself: a reply in words does not keep it, and no other steps are planned. */
export const ownPromiseKinds: readonly ConversationKind[] = ['callback'];

export const conversationStatus = z.enum(['open', 'snoozed', 'closed']);
export type ConversationStatus = z.infer<typeof conversationStatus>;

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export const priority = z.enum(priorities);
export type Priority = z.infer<typeof priority>;

/** Named, so that each appearance has a shade of its own. */
export const labelColours = ['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet'] as const;
export const labelColour = z.enum(labelColours);
export type LabelColour = z.infer<typeof labelColour>;

/** The author of a message. `name` is empty for an anonymous visitor and for the system. */
export const author = z.object({
  kind: z.enum(['visitor', 'staff', 'system']),
  id: z.string().nullable(),
  name: z.string(),
});

/** Kinds of system messages, for each reader to word; values are names, or instants in milliseconds. */
export const noticeKinds = [
  'promise_moved',
  'promise_reminded',
  'promise_escalated',
  'assigned',
  'ended',
  'published',
  /** Public without an answer yet: others may give one. */
  'opened_up',
  /** A public answer to what was asked. */
  'new_answer',
  /** Something the visitor asked for has a new status. */
  'idea_news',
  'rated',
  'reported',
  'mail_from_other',
  /** A mail of another address's thread: it stands apart. */
  'mail_apart',
  'mail_bounced',
  'forward_bounced',
  'mail_unread',
  'files_refused',
  'call_moved',
  'call_late',
  'call_missed',
  'call_cancelled',
  'call_reached',
  'call_wrong_number',
  'call_due',
  'call_escalated',
  /* What staff did: `by` names who. */
  'taken',
  'given',
  'given_back',
  'team_set',
  'team_unset',
  'closed',
  'reopened',
  'snoozed',
  'woken',
  'priority_set',
  'labelled',
  'unlabelled',
  'let_in',
  'merged',
  'unmerged',
  'split_off',
  'split_from',
  'blocked',
  'unblocked',
  'undone',
  /* What the rules of giving out did. */
  'auto_given',
  'auto_passed',
  'auto_returned',
  /* What the team's rules said: `by` names the rule. */
  'auto_reply',
  'rule_note',
  'rule_told',
  'rule_limited',
] as const;
export const notice = z.object({
  kind: z.enum(noticeKinds),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Notice = z.infer<typeof notice>;

export const rating = z.enum(['good', 'okay', 'bad']);
export type Rating = z.infer<typeof rating>;
/** The scale that a rating was given on: faces count to 3, stars to 5, thumbs to 2; 1 is the worst. */
export const scaledRating = { scale: z.enum(ratingScales), value: z.number().int().min(1).max(5) };

/** The person who removed a message's content: a card number, a password. Its place stays. */
export const removed = z.object({
  by: z.enum(['staff', 'visitor']),
  /** Of staff; empty for the visitor. */
  name: z.string(),
  what: z.enum(['message', 'file']),
});
export type Removed = z.infer<typeof removed>;

export const message = z.object({
  id,
  conversation: id,
  /** Place in the site's log: the order of messages, whatever the clocks say. */
  seq: cursor,
  at: instant,
  author,
  /** `note` is private to staff and never leaves the inbox. */
  visibility: z.enum(['public', 'note']),
  /** As written. */
  body: z.string(),
  /** Rendered from `body`. */
  rich: richText,
  attachments: z.array(attachment),
  /** Of a message that came as an email: what its mail program added below or above what was typed, as plain text. */
  quoted: z.string().optional(),
  /** Only on what the system says: `body` has it in English. */
  notice: notice.optional(),
  /** Name of the API token that wrote it in its author's name. For staff only. */
  via: z.string().optional(),
  /** Only where what it said was taken away. */
  removed: removed.optional(),
  /** The other people of an email. For staff only. */
  mail: messageMail.optional(),
});
export type Message = z.infer<typeof message>;
/** A message as its visitor sees it. */
export const visitorMessage = message.omit({ via: true, mail: true });

/** The time by which the visitor was told that they will hear from us, and who owns it (null: the team). */
export const promise = z.object({ at: instant, owner: person.nullable() });
export type ReplyPromise = z.infer<typeof promise>;

/** Answers to the questions before a chat, in the words that the visitor read, and what they agreed to. */
export const intake = z.object({
  answers: z.array(z.object({ label: z.string(), value: z.string() })),
  consent: z.object({ text: z.string(), at: instant }).nullable(),
});
export type Intake = z.infer<typeof intake>;

/** A conversation as its visitor sees it. */
export const visitorConversation = z.object({
  id,
  kind: conversationKind,
  subject: z.string(),
  status: conversationStatus,
  createdAt: instant,
  lastMessageAt: instant,
  /** seq of the newest public message. */
  lastSeq: cursor,
  /** Up to where the visitor has seen, and up to where staff have. */
  visitorSeen: cursor,
  staffSeen: cursor,
  /** Messages from staff that the visitor has not seen. */
  unread: z.number().int(),
  promise: promise.nullable(),
  /** The public page, once the question was made public; null before. */
  publicPath: z.string().nullable(),
  /** The visitor's rating, once they gave one. */
  rating: rating.optional(),
  rated: z.object(scaledRating).optional(),
  /** There, and true, when the visitor has left an address that answers can be sent to. */
  reachable: z.literal(true).optional(),
});
export type VisitorConversation = z.infer<typeof visitorConversation>;

/** A conversation as staff see it: the row of the inbox. */
export const inboxConversation = z.object({
  id,
  kind: conversationKind,
  subject: z.string(),
  status: conversationStatus,
  /** The side that acts next: staff while the visitor's last words are unanswered. */
  waitingFor: z.enum(['staff', 'visitor']),
  assignee: person.nullable(),
  team: person.nullable(),
  priority,
  /** Ids of the site's labels. */
  labels: z.array(id),
  /** When a snoozed one comes back; null while it waits for the visitor's reply. */
  snoozedUntil: instant.nullable(),
  /** Where its messages are now; only of one that was merged. */
  mergedInto: id.optional(),
  visitor: z.object({
    id,
    name: z.string(),
    email: z.string().nullable(),
    /** True when the site signed who it is (and the e-mail, where there is one); else all of this is what was said. */
    verified: z.boolean(),
    /** Attributes from the site's script, unsigned. */
    attributes: z.record(z.string(), z.string()),
    /** They have answered a mail to this address. */
    emailAnswered: z.boolean().optional(),
    blocked: z.boolean().optional(),
  }),
  /** First words of the newest public message, plain text, at most 140 characters. */
  preview: z.string(),
  language: z.string(),
  createdAt: instant,
  lastMessageAt: instant,
  lastSeq: cursor,
  visitorSeen: cursor,
  staffSeen: cursor,
  /** Messages from the visitor that no staff member has seen. */
  unread: z.number().int(),
  promise: promise.nullable(),
  page: z.object({ url: z.string(), title: z.string() }).nullable(),
  /** True while a control (honeypot, flood) holds it for review. */
  held: z.boolean(),
  /** The visitor's choice: may the question become public? */
  visibility: z.enum(['public', 'private']),
  category: z.string().nullable(),
  /** The public question made of this conversation, or null. */
  published: z.object({ question: id, path: z.string() }).nullable(),
  /** The visitor's rating, once they gave one. */
  rating: z.object({ score: rating, ...scaledRating, comment: z.string() }).optional(),
  intake: intake.optional(),
});
export type InboxConversation = z.infer<typeof inboxConversation>;

export const visitorConversations = z.object({
  conversations: z.array(visitorConversation),
  cursor,
});
export type VisitorConversations = z.infer<typeof visitorConversations>;

export const visitorThread = z.object({
  conversation: visitorConversation,
  messages: z.array(visitorMessage),
  /** Everything up to this place in the log is contained. */
  cursor,
});
export type VisitorThread = z.infer<typeof visitorThread>;

/** The body of a message of either side: words, files, or both. */
export const messageBody = {
  id,
  body: prose(longest.message),
  attachments: z.array(id).max(maxAttachments).optional(),
};

/** False for a message that says nothing at all. */
export const saysSomething = (message: { body: string; attachments?: string[] | undefined }): boolean =>
  hasVisibleText(message.body) || (message.attachments?.length ?? 0) > 0;
export const nothingSaid = { path: ['body'], params: { code: 'required' } };

export const sendMessage = z.strictObject(messageBody).refine(saysSomething, nothingSaid);
export type SendMessage = z.infer<typeof sendMessage>;

export const messageReply = z.object({ message });
export type MessageReply = z.infer<typeof messageReply>;

export const markSeen = z.strictObject({ seq: cursor });
export type MarkSeen = z.infer<typeof markSeen>;

export const typing = z.strictObject({ typing: z.boolean() });
export type Typing = z.infer<typeof typing>;

export const done = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof done>;
