import { ofConversation } from './changes.ts';
import type { Queries, Statement } from '../../db/database.ts';
import type { ConversationRow } from '../queries/conversations.ts';
import { conversations, messages } from '../tables.ts';
import { noticeText, type NewNotice } from '../notices.ts';

/** The statements that put what the system says into a thread. @param seq place of its {@link noticeEvent} */
export const insertNotice = (
  tx: Queries,
  row: Pick<ConversationRow, 'siteId' | 'id'>,
  { id, visibility, notice, rich }: NewNotice,
  seq: number,
  now: number,
): Statement[] => {
  const body = noticeText(notice);
  return [
    tx.insert(messages).values({
      siteId: row.siteId,
      conversationId: row.id,
      seq,
      id,
      authorKind: 'system',
      authorId: null,
      visibility,
      body,
      rich: rich ?? [{ tag: 'p', children: [body] }],
      attachments: null,
      system: notice,
      at: now,
    }),
    // So that "seen" can reach it.
    ...(visibility === 'public'
      ? [
          tx
            .update(conversations)
            .set({ lastSeq: seq, lastMessageAt: now })
            .where(ofConversation(row.siteId, row.id)),
        ]
      : []),
  ];
};

/** The statement that puts a conversation back before staff, for what the system says in it wants an act of theirs. */
export const bringBack = (tx: Queries, row: ConversationRow, now: number): Statement =>
  tx
    .update(conversations)
    .set({ status: 'open', snoozedUntil: null, closedAt: null, waitingFor: 'staff', lastMessageAt: now })
    .where(ofConversation(row.siteId, row.id));
