import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Message } from '../../../../shared/core/conversations/schema.ts';
import type { Context } from '../../../context.ts';
import { preparedQuery } from '../../db/prepared.ts';
import { writerOf } from '../messages.ts';
import { messages } from '../tables.ts';
import { fewRows, visitorsOf, namesOf } from './names.ts';

type MessageRow = typeof messages.$inferSelect;

/** Messages of one thread at the most that one answer carries; the newest. */
const maxMessages = 500;

/** Messages with their authors' names, in the given order. */
export const toMessageViews = async (
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
    author: {
      kind: row.authorKind,
      id: row.authorId,
      name: writerOf(row.mail) ?? ((row.authorId && names.get(row.authorId)) || ''),
    },
    visibility: row.visibility,
    body: row.body,
    rich: row.rich,
    attachments: row.attachments ?? [],
    ...(row.quoted !== null && { quoted: row.quoted }),
    ...(row.system && { notice: row.system }),
    ...(row.via !== null && { via: row.via }),
    ...(row.removed && { removed: row.removed }),
    ...(row.mail && { mail: row.mail }),
  }));
};

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
      .limit(maxMessages),
  );

const newestForStaff = newestMessages('messages_for_staff', true);

const newestForVisitor = newestMessages('messages_for_visitor', false);

/** A thread's newest messages in their order; notes, and what was not sent to the visitor, only for staff. */
export const listMessages = async (
  ctx: Context,
  siteId: string,
  conversationId: string,
  withNotes: boolean,
): Promise<MessageRow[]> => {
  const newest = withNotes ? newestForStaff : newestForVisitor;
  const rows = (await newest(ctx.database, { site: siteId, id: conversationId })).reverse();
  return withNotes ? rows : rows.filter(({ mail }) => !mail?.isApart);
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
