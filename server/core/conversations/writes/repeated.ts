import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import type { Queries, Statement } from '../../db/database.ts';
import { noticeText } from '../notices.ts';
import { previewOf } from '../messages.ts';
import { type ConversationRow, findConversation } from '../queries/conversations.ts';
import { conversations, messages } from '../tables.ts';

type MessageRow = typeof messages.$inferSelect;

/** The subject in place of a redacted one. */
const noSubject = '…';

/** A row without a subject that it repeats. */
type Emptied = Pick<MessageRow, 'id' | 'conversationId' | 'body' | 'rich' | 'system'>;

/** A system message without the subject of a conversation that it names; null for one that names another. */
const withoutSubject = (row: MessageRow, { id, subject }: ConversationRow): Emptied | null => {
  const { system } = row;
  if (system?.kind === 'merged' || system?.kind === 'unmerged') {
    if (system.values['conversation'] !== id) return null;
    const notice = { ...system, values: { ...system.values, name: noSubject } };
    const body = noticeText(notice);
    return { ...row, body, rich: [{ tag: 'p', children: [body] }], system: notice };
  }
  if (system !== null || !row.body.startsWith(`${subject}\n`)) return null;
  const rich = JSON.parse(JSON.stringify(row.rich), (_, value: unknown) =>
    value === subject ? noSubject : value,
  ) as MessageRow['rich'];
  return { ...row, body: noSubject + row.body.slice(subject.length), rich };
};

/**
 * Reads what the system said of a message that names its conversation: what that was merged into, and a call that was
 * asked for from it. @returns what each says without it; nothing for any other message
 */
export const readNaming = async (
  ctx: Context,
  { siteId, visitorId }: ConversationRow,
  message: MessageRow,
): Promise<Emptied[]> => {
  const named = await findConversation(ctx, siteId, message.id);
  if (named === null) return [];
  const { read } = ctx.database;
  const ofVisitor = read
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.siteId, siteId), eq(conversations.visitorId, visitorId)));
  const rows = await read
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.siteId, siteId),
        inArray(messages.conversationId, ofVisitor),
        eq(messages.authorKind, 'system'),
        sql`${messages.body} like ${`%${named.subject.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`,
      ),
    );
  return rows.flatMap((row) => withoutSubject(row, named) ?? []);
};

/**
 * The statements that change what is repeated of a message elsewhere: its first words in the list, those that its
 * conversation is named by, and what the system said of that. Not only in the row that it is in now: one that was merged,
 * or taken apart again, repeats it, too, and a notice that came after it doesn't change the first words.
 */
export const changeRepeated = (
  tx: Queries,
  { siteId, visitorId }: ConversationRow,
  message: MessageRow,
  { kept, isWhole, naming }: { kept: MessageRow['attachments']; isWhole: boolean; naming: Emptied[] },
): Statement[] => {
  const said = previewOf(message.rich, message.attachments ?? []);
  const preview = isWhole ? '' : previewOf(message.rich, kept ?? []);
  const ofVisitor = and(eq(conversations.siteId, siteId), eq(conversations.visitorId, visitorId));
  return [
    ...(said !== preview
      ? [
          tx
            .update(conversations)
            .set({ preview })
            .where(and(ofVisitor, eq(conversations.preview, said))),
        ]
      : []),
    // The hash of a first write could be tried out against every card number.
    ...(isWhole
      ? [
          tx
            .update(conversations)
            .set({ subject: noSubject, fingerprint: 'removed', intake: null })
            .where(and(ofVisitor, eq(conversations.id, message.id))),
        ]
      : []),
    ...naming.map(({ id, body, rich, system }) =>
      tx
        .update(messages)
        .set({ body, rich, system })
        .where(and(eq(messages.siteId, siteId), eq(messages.id, id))),
    ),
  ];
};
