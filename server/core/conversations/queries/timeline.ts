import { and, isNotNull, ne } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { isOneOf } from '../../people/privacy/queries/rows.ts';
import type { Person } from '../../people/privacy/person.ts';
import { firstWords, timelineOf } from '../../people/timeline/queries/rows.ts';
import type { TimelineSource } from '../../people/timeline/source.ts';
import type { ConversationKind, Rating } from '../../../../shared/core/conversations/schema.ts';
import { conversations, messages } from '../tables.ts';
import { ofPerson } from './personalData.ts';

const ofVisitors = ({ visitors }: Person) => isOneOf(conversations.visitorId, visitors);

/** A person's conversations, with the page that each was begun on. */
const begun = (ctx: Context): TimelineSource =>
  timelineOf<{ subject: string; kind: ConversationKind; pageUrl: string | null }>(ctx, {
    table: conversations,
    key: conversations.id,
    at: conversations.createdAt,
    of: ofVisitors,
    select: {
      subject: firstWords(conversations.subject),
      kind: conversations.kind,
      pageUrl: conversations.pageUrl,
    },
    toEntry: ({ subject, kind, pageUrl }, id) => ({
      kind: 'conversation',
      by: 'person',
      text: subject,
      detail: kind,
      conversation: id,
      url: pageUrl,
    }),
  });

/** Messages in them, the team's notes too; those of the system are seen in the conversation. */
const said = (ctx: Context): TimelineSource =>
  timelineOf<{ body: string; author: string; visibility: string; conversation: string }>(ctx, {
    table: messages,
    key: messages.id,
    at: messages.at,
    of: (person) => and(ofPerson(person), ne(messages.authorKind, 'system')),
    select: {
      body: firstWords(messages.body),
      author: messages.authorKind,
      visibility: messages.visibility,
      conversation: messages.conversationId,
    },
    toEntry: ({ body, author, visibility, conversation }) => ({
      kind: 'message',
      by: author === 'staff' ? 'staff' : 'person',
      text: body,
      detail: visibility === 'note' ? 'note' : null,
      conversation,
      url: null,
    }),
  });

/** Ratings of them. */
const rated = (ctx: Context): TimelineSource =>
  timelineOf<{ rating: Rating; comment: string }>(ctx, {
    table: conversations,
    key: conversations.id,
    at: conversations.ratedAt,
    of: (person) => and(ofVisitors(person), isNotNull(conversations.ratedAt)),
    select: { rating: conversations.rating, comment: firstWords(conversations.ratingComment) },
    toEntry: ({ rating, comment }, id) => ({
      kind: 'rating',
      by: 'person',
      text: comment,
      detail: rating,
      conversation: id,
      url: null,
    }),
  });

/** Conversations in a person's time line: what they began, what was said, how they rated it. */
export const conversationTimeline = (ctx: Context): TimelineSource[] => [begun(ctx), said(ctx), rated(ctx)];
