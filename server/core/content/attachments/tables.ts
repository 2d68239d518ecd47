import { at, index, int, primaryKey, table, text } from '../../db/columns.ts';

/** Files that were sent. The bytes lie in the data folder under the id. */
export const attachments = table(
  'attachments',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    /** Null until a message carries it. */
    conversationId: text('conversation_id'),
    messageId: text('message_id'),
    senderKind: text('sender_kind').$type<'visitor' | 'staff'>().notNull(),
    senderId: text('sender_id').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    size: int('size').notNull(),
    width: int('width'),
    height: int('height'),
    /** SHA-256 of what was sent, hex: the same id with other bytes is a conflict. */
    hash: text('hash').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (attachment) => [
    primaryKey({ columns: [attachment.siteId, attachment.id] }),
    index('attachments_loose').on(attachment.siteId, attachment.messageId, attachment.createdAt),
    index('attachments_sender').on(attachment.siteId, attachment.senderId, attachment.createdAt),
  ],
);
