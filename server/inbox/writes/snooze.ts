import { and, eq } from 'drizzle-orm';
import type { ConversationRow } from '../../core/conversations/queries/conversations.ts';
import { conversations } from '../../core/conversations/tables.ts';
import { ofConversation } from '../../core/conversations/writes/changes.ts';
import { decisive, type Decisive, type Queries } from '../../core/db/database.ts';

/** Ends a snooze, if it is still the one that ends then. */
export const wakeConversation = (tx: Queries, row: ConversationRow, until: number, now: number): Decisive =>
  decisive(
    tx
      .update(conversations)
      .set({ status: 'open', snoozedUntil: null, waitingFor: 'staff', lastMessageAt: now })
      .where(
        and(
          ofConversation(row.siteId, row.id),
          eq(conversations.status, 'snoozed'),
          eq(conversations.snoozedUntil, until),
        ),
      ),
  );
