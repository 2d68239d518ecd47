import { visitors } from '../people/visitors/tables.ts';
import { and, count, desc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { InboxConversation, Message } from '../../../shared/core/conversations/schema.ts';
import type { Context } from '../../context.ts';
import { preparedQuery } from '../db/prepared.ts';
import { readHead } from '../events/head.ts';
import { staff, teams } from '../people/staff/tables.ts';
import { conversationLabels, conversations, messages } from './tables.ts';

export type ConversationRow = typeof conversations.$inferSelect;
type MessageRow = typeof messages.$inferSelect;

/** Messages of one thread at the most that one answer carries; the newest. */
const mostMessages = 500;

/**
 * Up to so many rows are looked up one by one: live events are about a row or two, and a text that is built once and
 * run a few times costs a fraction of one that is built anew for a list.
 */
const fewRows = 6;

const staffName = preparedQuery('staff_name', (queries) =>
  queries
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(eq(staff.id, sql.placeholder('id'))),
);

const namesOf = async (ctx: Context, ids: (string | null)[]): Promise<Map<string, string>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows =
    wanted.length <= fewRows
      ? (await Promise.all(wanted.map((id) => staffName(ctx.database, { id })))).flat()
      : await ctx.database.read
          .select({ id: staff.id, name: staff.name })
          .from(staff)
          .where(inArray(staff.id, wanted));
  return new Map(rows.map((row) => [row.id, row.name]));
};

const visitorColumns = {
  id: visitors.id,
  name: visitors.name,
  email: visitors.email,
  subject: visitors.subject,
  emailSigned: visitors.emailSigned,
  attributes: visitors.attributes,
  emailVerifiedAt: visitors.emailVerifiedAt,
  blockedAt: visitors.blockedAt,
};

const visitorName = preparedQuery('visitor_name', (queries) =>
  queries
    .select(visitorColumns)
    .from(visitors)
    .where(and(eq(visitors.siteId, sql.placeholder('site')), eq(visitors.id, sql.placeholder('id')))),
);

const visitorsOf = async (ctx: Context, siteId: string, ids: string[]) => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  return wanted.length <= fewRows
    ? (await Promise.all(wanted.map((id) => visitorName(ctx.database, { site: siteId, id })))).flat()
    : ctx.database.read
        .select(visitorColumns)
        .from(visitors)
        .where(and(eq(visitors.siteId, siteId), inArray(visitors.id, wanted)));
};

const unreadByStaff = preparedQuery('unread_by_staff', (queries) =>
  queries
    .select({ id: messages.conversationId, unread: count().mapWith(Number) })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, sql.placeholder('site')),
        eq(messages.conversationId, sql.placeholder('id')),
        gt(messages.seq, sql.placeholder('seen')),
        eq(messages.authorKind, 'visitor'),
        eq(messages.visibility, 'public'),
      ),
    )
    .groupBy(messages.conversationId),
);

const unreadOf = async (
  ctx: Context,
  siteId: string,
  conversationRows: ConversationRow[],
): Promise<Map<string, number>> => {
  if (conversationRows.length <= fewRows) {
    const found = await Promise.all(
      conversationRows.map((row) =>
        unreadByStaff(ctx.database, { site: siteId, id: row.id, seen: row.staffSeen }),
      ),
    );
    return new Map(found.flat().map((row) => [row.id, row.unread]));
  }
  const ids = conversationRows.map((row) => row.id);
  const rows = await ctx.database.read
    .select({ id: messages.conversationId, unread: count().mapWith(Number) })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.siteId, messages.siteId), eq(conversations.id, messages.conversationId)),
    )
    .where(
      and(
        eq(messages.siteId, siteId),
        inArray(messages.conversationId, ids),
        eq(messages.authorKind, 'visitor'),
        eq(messages.visibility, 'public'),
        gt(messages.seq, conversations.staffSeen),
      ),
    )
    .groupBy(messages.conversationId);
  return new Map(rows.map((row) => [row.id, row.unread]));
};

const labelsOfOne = preparedQuery('labels_of_conversation', (queries) =>
  queries
    .select({ conversation: conversationLabels.conversationId, label: conversationLabels.labelId })
    .from(conversationLabels)
    .where(
      and(
        eq(conversationLabels.siteId, sql.placeholder('site')),
        eq(conversationLabels.conversationId, sql.placeholder('id')),
      ),
    ),
);

/** Ids of labels by conversation. */
const labelsOf = async (ctx: Context, siteId: string, ids: string[]): Promise<Map<string, string[]>> => {
  const rows =
    ids.length <= fewRows
      ? (await Promise.all(ids.map((id) => labelsOfOne(ctx.database, { site: siteId, id })))).flat()
      : await ctx.database.read
          .select({ conversation: conversationLabels.conversationId, label: conversationLabels.labelId })
          .from(conversationLabels)
          .where(and(eq(conversationLabels.siteId, siteId), inArray(conversationLabels.conversationId, ids)));
  const found = new Map<string, string[]>();
  for (const { conversation, label } of rows)
    found.set(conversation, [...(found.get(conversation) ?? []), label]);
  return found;
};

const teamNamesOf = async (ctx: Context, siteId: string): Promise<Map<string, string>> => {
  const rows = await ctx.database.read
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(eq(teams.siteId, siteId));
  return new Map(rows.map((row) => [row.id, row.name]));
};

const promiseOf = (row: ConversationRow, names: Map<string, string>) => {
  if (row.promiseAt === null) return null;
  const owner = row.promiseOwnerId ?? row.assigneeId;
  return { at: row.promiseAt, owner: owner ? { id: owner, name: names.get(owner) ?? '' } : null };
};

/** Rows as staff see them, in the given order. */
export const describeForStaff = async (
  ctx: Context,
  siteId: string,
  rows: ConversationRow[],
): Promise<InboxConversation[]> => {
  if (rows.length === 0) return [];
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => [row.promiseOwnerId, row.assigneeId]),
  );
  const unread = await unreadOf(ctx, siteId, rows);
  const people = await visitorsOf(
    ctx,
    siteId,
    rows.map((row) => row.visitorId),
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  const labelled = await labelsOf(
    ctx,
    siteId,
    rows.map((row) => row.id),
  );
  const teamNames = rows.some((row) => row.teamId)
    ? await teamNamesOf(ctx, siteId)
    : new Map<string, string>();
  return rows.map((row) => {
    const visitor = byId.get(row.visitorId);
    return {
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      status: row.status,
      waitingFor: row.waitingFor,
      assignee: row.assigneeId ? { id: row.assigneeId, name: names.get(row.assigneeId) ?? '' } : null,
      team: row.teamId ? { id: row.teamId, name: teamNames.get(row.teamId) ?? '' } : null,
      priority: row.priority,
      labels: labelled.get(row.id) ?? [],
      snoozedUntil: row.snoozedUntil,
      ...(row.mergedInto && { mergedInto: row.mergedInto }),
      visitor: {
        id: row.visitorId,
        name: visitor?.name ?? '',
        email: visitor?.email ?? null,
        verified:
          visitor !== undefined &&
          visitor.subject !== null &&
          (visitor.email === null || visitor.emailSigned),
        attributes: visitor?.attributes ?? {},
        ...(visitor?.emailVerifiedAt != null && { emailAnswered: true }),
        ...(visitor?.blockedAt != null && { blocked: true }),
      },
      preview: row.preview,
      language: row.language,
      createdAt: row.createdAt,
      lastMessageAt: row.lastMessageAt,
      lastSeq: row.lastSeq,
      visitorSeen: row.visitorSeen,
      staffSeen: row.staffSeen,
      unread: unread.get(row.id) ?? 0,
      promise: promiseOf(row, names),
      page: row.pageUrl ? { url: row.pageUrl, title: row.pageTitle ?? '' } : null,
      held: row.held,
      visibility: row.visibility,
      category: row.category,
      published: row.questionId && row.publicPath ? { question: row.questionId, path: row.publicPath } : null,
      ...(row.rating && { rating: { score: row.rating, comment: row.ratingComment ?? '' } }),
      ...(row.intake && { intake: row.intake }),
    };
  });
};

/** Messages with their authors' names, in the given order. */
export const describeMessages = async (
  ctx: Context,
  siteId: string,
  rows: MessageRow[],
): Promise<Message[]> => {
  const names = await namesOf(
    ctx,
    rows.map((row) => (row.authorKind === 'staff' ? row.authorId : null)),
  );
  const people = await visitorsOf(
    ctx,
    siteId,
    rows.flatMap((row) => (row.authorKind === 'visitor' && row.authorId ? [row.authorId] : [])),
  );
  for (const person of people) names.set(person.id, person.name ?? '');
  return rows.map((row) => ({
    id: row.id,
    conversation: row.conversationId,
    seq: row.seq,
    at: row.at,
    author: { kind: row.authorKind, id: row.authorId, name: (row.authorId && names.get(row.authorId)) || '' },
    visibility: row.visibility,
    body: row.body,
    rich: row.rich,
    attachments: row.attachments ?? [],
    ...(row.system && { notice: row.system }),
  }));
};

const byId = preparedQuery('conversation_by_id', (queries) =>
  queries
    .select()
    .from(conversations)
    .where(
      and(eq(conversations.siteId, sql.placeholder('site')), eq(conversations.id, sql.placeholder('id'))),
    ),
);

/** One conversation; a visitor gets only their own, and of one that was merged the one that it is part of now. */
export const findConversation = async (
  ctx: Context,
  siteId: string,
  id: string,
  visitorId?: string,
): Promise<ConversationRow | null> => {
  const [row] = await byId(ctx.database, { site: siteId, id });
  if (!row || (visitorId !== undefined && row.visitorId !== visitorId)) return null;
  return visitorId !== undefined && row.mergedInto
    ? findConversation(ctx, siteId, row.mergedInto, visitorId)
    : row;
};

/** What a person has to answer on a site and is not closed. */
export const findOpenAssigned = (ctx: Context, siteId: string, staffId: string): Promise<ConversationRow[]> =>
  ctx.database.read
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, siteId),
        ne(conversations.status, 'closed'),
        or(eq(conversations.assigneeId, staffId), eq(conversations.promiseOwnerId, staffId)),
      ),
    );

export const findConversations = async (
  ctx: Context,
  siteId: string,
  ids: string[],
): Promise<ConversationRow[]> =>
  ids.length <= fewRows
    ? (await Promise.all(ids.map((id) => byId(ctx.database, { site: siteId, id })))).flat()
    : ctx.database.read
        .select()
        .from(conversations)
        .where(and(eq(conversations.siteId, siteId), inArray(conversations.id, ids)));

/** A visitor's conversations, the newest first. */
export const listOfVisitor = (
  ctx: Context,
  siteId: string,
  visitorId: string,
  most = 50,
): Promise<ConversationRow[]> =>
  ctx.database.read
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, siteId),
        eq(conversations.visitorId, visitorId),
        isNull(conversations.mergedInto),
      ),
    )
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(most);

const newestMessages = (name: string, withNotes: boolean) =>
  preparedQuery(name, (queries) =>
    queries
      .select()
      .from(messages)
      .where(
        and(
          eq(messages.siteId, sql.placeholder('site')),
          eq(messages.conversationId, sql.placeholder('id')),
          withNotes ? undefined : eq(messages.visibility, 'public'),
        ),
      )
      .orderBy(desc(messages.seq))
      .limit(mostMessages),
  );

const newestForStaff = newestMessages('messages_for_staff', true);
const newestForVisitor = newestMessages('messages_for_visitor', false);

/** A thread's newest messages in their order; notes only for staff. */
export const listMessages = async (
  ctx: Context,
  siteId: string,
  conversationId: string,
  withNotes: boolean,
): Promise<MessageRow[]> => {
  const newest = withNotes ? newestForStaff : newestForVisitor;
  return (await newest(ctx.database, { site: siteId, id: conversationId })).reverse();
};

const messageById = preparedQuery('message_by_id', (queries) =>
  queries
    .select()
    .from(messages)
    .where(and(eq(messages.siteId, sql.placeholder('site')), eq(messages.id, sql.placeholder('id')))),
);

export const findMessages = async (ctx: Context, siteId: string, ids: string[]): Promise<MessageRow[]> =>
  ids.length <= fewRows
    ? (await Promise.all(ids.map((id) => messageById(ctx.database, { site: siteId, id })))).flat()
    : ctx.database.read
        .select()
        .from(messages)
        .where(and(eq(messages.siteId, siteId), inArray(messages.id, ids)));

/** Place of the site's newest event: who has just fetched resumes from it. Read before the rows, never after. */
export const readCursor = (ctx: Context, siteId: string): Promise<number> => readHead(ctx.database, siteId);
