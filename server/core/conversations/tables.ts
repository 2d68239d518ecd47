import { type SQL, sql } from 'drizzle-orm';
import type {
  ConversationKind,
  ConversationStatus,
  Intake,
  LabelColour,
  Notice,
  Priority,
  Rating,
  Removed,
} from '../../../shared/core/conversations/schema.ts';
import type { MessageMail } from '../../../shared/core/conversations/mailPeople.ts';
import type { RatingScale } from '../../../shared/core/conversations/ratingScale.ts';
import type { Attachment } from '../../../shared/core/content/attachments.ts';
import type { RichNode } from '../../../shared/core/richText.ts';
import { at, bool, index, int, json, primaryKey, seq, table, text, uniqueIndex } from '../db/columns.ts';

/** Sorts last: nothing is owed. Written out, because an index fits only an expression that is the same to the letter. */
const never = '9000000000000000';

/** The column that the inbox sorts by promise with. */
export const promiseKey = (column: { name: string } & object): SQL<number> =>
  // No comma: the generator of migrations takes it for the end of the expression.
  sql`(case when ${column} is null then ${sql.raw(never)} else ${column} end)`.mapWith(Number) as SQL<number>;

/** The inbox's row: one visitor's request and all that follows, whichever feature it came from. */
export const conversations = table(
  'conversations',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind').$type<ConversationKind>().notNull(),
    visitorId: text('visitor_id').notNull(),
    subject: text('subject').notNull(),
    status: text('status').$type<ConversationStatus>().notNull(),
    waitingFor: text('waiting_for').$type<'staff' | 'visitor'>().notNull(),
    assigneeId: text('assignee_id'),
    language: text('language').notNull(),
    category: text('category'),
    visibility: text('visibility').$type<'public' | 'private'>().notNull(),
    pageUrl: text('page_url'),
    pageTitle: text('page_title'),
    held: bool('held').notNull(),
    preview: text('preview').notNull(),
    /** Place of the newest public message. */
    lastSeq: seq('last_seq').notNull(),
    lastMessageAt: at('last_message_at').notNull(),
    visitorSeen: seq('visitor_seen').notNull(),
    staffSeen: seq('staff_seen').notNull(),
    /** By when the visitor was told that they will hear from us; null when nothing is owed. */
    promiseAt: at('promise_at'),
    promiseOwnerId: text('promise_owner_id'),
    /** When the promise that stands was made: its share of time left is measured from here. */
    promiseMadeAt: at('promise_made_at'),
    /** When the visitor last wrote or looked, and the place up to which a mail told them. */
    visitorSeenAt: at('visitor_seen_at'),
    mailedSeq: seq('mailed_seq').notNull().default(0),
    /** When a member of staff first replied publicly: what the usual reply time is measured from. */
    firstReplyAt: at('first_reply_at'),
    /** The public question made of it, and the path of its page; null before and after. */
    questionId: text('question_id'),
    publicPath: text('public_path'),
    /** SHA-256 of what the first write carried: the same id with other content is a conflict. */
    fingerprint: text('fingerprint').notNull(),
    createdAt: at('created_at').notNull(),
    closedAt: at('closed_at'),
    /** The visitor's rating. */
    rating: text('rating').$type<Rating>(),
    /** The scale it was given on, and its value there; null on both of those from before there were scales. */
    ratingScale: text('rating_scale').$type<RatingScale>(),
    ratingValue: int('rating_value'),
    ratingComment: text('rating_comment'),
    /** When it was first given. */
    ratedAt: at('rated_at'),
    /** When the visitor was asked for it, for reports: once for each conversation. */
    ratingAskedAt: at('rating_asked_at'),
    teamId: text('team_id'),
    priority: text('priority').$type<Priority>().notNull().default('normal'),
    /** When a snoozed conversation comes back; null while it waits for the visitor's reply. */
    snoozedUntil: at('snoozed_until'),
    /** The conversation that its messages are in now; it is shown to nobody any more. */
    mergedInto: text('merged_into'),
    /** The conversation that it was split from; null for none. */
    splitFrom: text('split_from'),
    /** Where the visitor wrote from, in plain words, and their time zone, as their browser says. */
    device: text('device'),
    zone: text('zone'),
    /** The page that led to the one that they wrote on; only where the site shares it. */
    referrer: text('referrer'),
    /** Answers to the questions before a chat; null for none. */
    intake: json<Intake>('intake'),
  },
  (conversation) => [
    primaryKey({ columns: [conversation.siteId, conversation.id] }),
    index('conversations_visitor').on(
      conversation.siteId,
      conversation.visitorId,
      conversation.lastMessageAt,
    ),
    // Each view of the inbox in each of its two orders: a page is read where it stands, however many there are.
    ...[
      { name: 'open', by: [] },
      { name: 'waiting', by: [conversation.waitingFor] },
      { name: 'assignee', by: [conversation.assigneeId] },
      { name: 'kind', by: [conversation.kind] },
    ].flatMap(({ name, by }) => [
      index(`conversations_${name}_promise`).on(
        conversation.siteId,
        conversation.held,
        conversation.status,
        ...by,
        promiseKey(conversation.promiseAt),
        conversation.id,
      ),
      index(`conversations_${name}_time`).on(
        conversation.siteId,
        conversation.held,
        conversation.status,
        ...by,
        conversation.lastMessageAt,
        conversation.id,
      ),
    ]),
    // Few conversations are a team's: those of none are in no list of one.
    index('conversations_team_promise')
      .on(
        conversation.siteId,
        conversation.held,
        conversation.status,
        conversation.teamId,
        promiseKey(conversation.promiseAt),
        conversation.id,
      )
      .where(sql`team_id is not null`),
    index('conversations_team_time')
      .on(
        conversation.siteId,
        conversation.held,
        conversation.status,
        conversation.teamId,
        conversation.lastMessageAt,
        conversation.id,
      )
      .where(sql`team_id is not null`),
    index('conversations_time').on(conversation.siteId, conversation.lastMessageAt, conversation.id),
    index('conversations_split')
      .on(conversation.siteId, conversation.splitFrom)
      .where(sql`split_from is not null`),
    index('conversations_first_reply').on(conversation.siteId, conversation.firstReplyAt),
  ],
);

export const messages = table(
  'messages',
  {
    siteId: text('site_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    /** Place in the site's log: their order, whatever the clocks say. */
    seq: seq('seq').notNull(),
    id: text('id').notNull(),
    authorKind: text('author_kind').$type<'visitor' | 'staff' | 'system'>().notNull(),
    authorId: text('author_id'),
    visibility: text('visibility').$type<'public' | 'note'>().notNull(),
    body: text('body').notNull(),
    rich: json<RichNode[]>('rich').notNull(),
    /** Of a message that came as a mail: what was folded away of its text; null for nothing. */
    quoted: text('quoted'),
    /** Files that it carries, as they are described; null for none. */
    attachments: json<Attachment[]>('attachments'),
    /** Of a system message: what happened, for each reader in their own words; `body` says it in English. */
    system: json<Notice>('system'),
    /** Name of the API token that wrote it in its author's name; null for what they wrote themselves. For staff. */
    via: text('via'),
    at: at('at').notNull(),
    /** The conversation that it stood in before it was merged into this one. */
    movedFrom: text('moved_from'),
    /** The other people of a mail that it came as, or went out as; null for none. */
    mail: json<MessageMail>('mail'),
    /** That what it said was removed, and by whom; null for what is as it was written. */
    removed: json<Removed>('removed'),
  },
  (message) => [
    primaryKey({ columns: [message.siteId, message.conversationId, message.seq] }),
    uniqueIndex('messages_id').on(message.siteId, message.id),
    // Few name anybody: those of one address are looked for among them.
    index('messages_mail').on(message.siteId, message.id).where(sql`mail is not null`),
  ],
);

/** Labels: a site's own words to sort conversations by. */
export const labels = table(
  'labels',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    colour: text('colour').$type<LabelColour>().notNull(),
    createdAt: at('created_at').notNull(),
  },
  (label) => [
    primaryKey({ columns: [label.siteId, label.id] }),
    uniqueIndex('labels_name').on(label.siteId, label.name),
  ],
);

/**
 * Which labels a conversation has. What the inbox sorts and filters by stands here, too: triggers of the migration
 * `inbox_texts` keep it as it is on the conversation, so that a label's page is read where it stands.
 */
export const conversationLabels = table(
  'conversation_labels',
  {
    siteId: text('site_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    labelId: text('label_id').notNull(),
    held: bool('held').notNull(),
    status: text('status').$type<ConversationStatus>().notNull(),
    promiseAt: at('promise_at'),
    lastMessageAt: at('last_message_at').notNull(),
    /** The conversation that brought it, when that was merged into this one. */
    movedFrom: text('moved_from'),
  },
  (row) => [
    primaryKey({ columns: [row.siteId, row.conversationId, row.labelId] }),
    index('conversation_labels_promise').on(
      row.siteId,
      row.labelId,
      row.held,
      row.status,
      promiseKey(row.promiseAt),
      row.conversationId,
    ),
    index('conversation_labels_time').on(
      row.siteId,
      row.labelId,
      row.held,
      row.status,
      row.lastMessageAt,
      row.conversationId,
    ),
  ],
);

/** Mentions in notes: of whom, in which conversation, and whether they have looked since. */
export const mentions = table(
  'mentions',
  {
    siteId: text('site_id').notNull(),
    staffId: text('staff_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    at: at('at').notNull(),
    seen: bool('seen').notNull(),
    /** The conversation that it stands in, when that was merged into this one. */
    movedFrom: text('moved_from'),
  },
  (mention) => [
    primaryKey({ columns: [mention.siteId, mention.staffId, mention.conversationId] }),
    index('mentions_time').on(mention.siteId, mention.staffId, mention.at, mention.conversationId),
    index('mentions_seen').on(mention.siteId, mention.staffId, mention.seen),
  ],
);
