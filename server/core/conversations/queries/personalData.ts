import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { NewEvent, Queries, Statement } from '../../db/database.ts';
import { jobs } from '../../jobs/tables.ts';
import { batchSize, type Person } from '../../people/privacy/person.ts';
import type { PersonalData } from '../../people/privacy/personalData.ts';
import { countErased } from '../../people/privacy/writes/counts.ts';
import { isOneOf, pageOfRows, personalTable } from '../../people/privacy/queries/rows.ts';
import { forgetMessages } from '../messageCache.ts';
import { conversationLabels, conversations, mentions, messages } from '../tables.ts';

/** Whether a column names a conversation of a person's. */
export const isOfOwn = (column: object, { siteId, visitors, conversations: given = [] }: Person): SQL =>
  or(
    visitors.length
      ? sql`${column} in (select own.id from conversations own where own.site_id = ${siteId} and own.visitor_id in ${visitors})`
      : undefined,
    given.length ? sql`${column} in ${given}` : undefined,
  ) ?? sql`1 = 0`;

/** Messages of a person's conversations, wherever staff merged them to. */
export const ofPerson = (person: Person): SQL | undefined => {
  if (person.visitors.length === 0) return isOfOwn(messages.conversationId, person);
  const merged = sql`${messages.conversationId} in (select own.merged_into from conversations own where own.site_id = ${person.siteId} and own.visitor_id in ${person.visitors} and own.merged_into is not null)`;
  const theirs = or(
    isOfOwn(messages.conversationId, person),
    and(
      merged,
      or(
        isOfOwn(messages.movedFrom, person),
        and(eq(messages.authorKind, 'visitor'), inArray(messages.authorId, person.visitors)),
      ),
    ),
  );
  return and(theirs, person.isSelf ? eq(messages.visibility, 'public') : undefined);
};

const messageTable = { kind: 'messages', table: messages, key: messages.id, of: ofPerson } as const;

/** A person's messages; their own export leaves out the team's notes. */
export const personalMessages: PersonalData = {
  ...personalTable(messageTable),
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, messageTable, { ...person, isSelf: false });
    if (page.length === 0) return null;
    const ids = page.map(({ row }) => row.id);
    return {
      write: (tx) => [
        tx.delete(messages).where(and(eq(messages.siteId, person.siteId), inArray(messages.id, ids))),
      ],
    };
  },
  forget: (ctx) => forgetMessages(ctx),
};

/** The event that tells staff's screens that a conversation is gone. */
export const erasedEvent = (id: string): NewEvent => ({
  kind: 'conversation.erased',
  conversation: id,
  subject: id,
  audience: 'staff',
});

const conversationTable = {
  kind: 'conversations',
  table: conversations,
  key: conversations.id,
  of: ({ visitors }: Person) => isOneOf(conversations.visitorId, visitors),
  without: ['fingerprint', 'lastSeq', 'visitorSeen', 'staffSeen', 'mailedSeq', 'held'],
} as const;

type ConversationRow = typeof conversations.$inferSelect;

/** The statements that delete conversations and what leads to them; reports go on counting them. */
export const deleteConversations = (
  tx: Queries,
  siteId: string,
  rows: readonly ConversationRow[],
): Statement[] => {
  const ids = rows.map(({ id }) => id);
  return [
    tx
      .delete(conversationLabels)
      .where(and(eq(conversationLabels.siteId, siteId), inArray(conversationLabels.conversationId, ids))),
    tx.delete(mentions).where(and(eq(mentions.siteId, siteId), inArray(mentions.conversationId, ids))),
    ...ids.map((id) =>
      tx
        .delete(jobs)
        .where(
          and(
            eq(jobs.siteId, siteId),
            inArray(jobs.state, ['waiting', 'dead']),
            sql`${jobs.payload} like ${`%${id}%`}`,
          ),
        ),
    ),
    ...rows.map(({ kind, createdAt }) => countErased(tx, siteId, `conversation.${kind}`, createdAt)),
    tx.delete(conversations).where(and(eq(conversations.siteId, siteId), inArray(conversations.id, ids))),
  ];
};

/** A person's conversations. Their messages go before them: a conversation is what leads there. */
export const personalConversations: PersonalData = {
  ...personalTable(conversationTable),
  async erase(ctx, person) {
    const { siteId } = person;
    const page = await pageOfRows(ctx, conversationTable, person, '', batchSize / 10);
    if (page.length === 0) return null;
    const rows = page.map(({ row }) => row);
    const into = rows.flatMap(({ mergedInto }) => mergedInto ?? []);
    return {
      events: rows.map(({ id }) => erasedEvent(id)),
      write: (tx) => [
        ...(into.length
          ? [
              tx
                .update(conversations)
                .set({ preview: '' })
                .where(and(eq(conversations.siteId, siteId), inArray(conversations.id, into))),
            ]
          : []),
        ...deleteConversations(tx, siteId, rows),
      ],
    };
  },
};
