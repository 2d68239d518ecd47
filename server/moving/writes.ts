import { conversationLabels, conversations, labels, messages } from '../core/conversations/tables.ts';
import { type Decisive, decisive, type Queries, type Statement } from '../core/db/database.ts';
import { staff } from '../core/people/staff/tables.ts';
import { visitors } from '../core/people/visitors/tables.ts';

export type NewConversationRow = typeof conversations.$inferInsert;
export type NewMessageRow = typeof messages.$inferInsert;

/** The statement that stores whoever wrote elsewhere: nothing authorises them. */
export const insertVisitor = (tx: Queries, row: typeof visitors.$inferInsert): Statement =>
  tx.insert(visitors).values(row).onConflictDoNothing();

/** The statement that stores somebody of another help desk's team, who can't log in before they are invited. */
export const insertColleague = (
  tx: Queries,
  person: { id: string; email: string; name: string },
  now: number,
): Statement =>
  tx
    .insert(staff)
    .values({ ...person, passwordHash: '', createdAt: now })
    .onConflictDoNothing();

export const insertLabel = (tx: Queries, row: typeof labels.$inferInsert): Statement =>
  tx.insert(labels).values(row).onConflictDoNothing();

/** The statements that store a conversation with all that was said; nothing where it is there. */
export const insertConversation = (
  tx: Queries,
  row: NewConversationRow,
  said: readonly NewMessageRow[],
  labelIds: readonly string[],
): (Statement | Decisive)[] => [
  decisive(tx.insert(conversations).values(row).onConflictDoNothing()),
  ...said.map((message) => tx.insert(messages).values(message)),
  ...labelIds.map((labelId) =>
    tx.insert(conversationLabels).values({
      siteId: row.siteId,
      conversationId: row.id,
      labelId,
      held: false,
      status: row.status,
      promiseAt: null,
      lastMessageAt: row.lastMessageAt,
    }),
  ),
];
