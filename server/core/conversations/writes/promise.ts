import type { ConversationRow } from '../queries/conversations.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../db/database.ts';
import { ofConversation } from './changes.ts';
import { and, eq } from 'drizzle-orm';
import { conversations } from '../tables.ts';
import type { Step } from '../promiseStep.ts';

/** Nothing is written when the promise is not the same any more at the moment of the commit. */
const stillOwed = (row: Step['row']) =>
  and(
    ofConversation(row.siteId, row.id),
    eq(conversations.promiseAt, row.promiseAt),
    eq(conversations.waitingFor, 'staff'),
  );

/** Opens a conversation that was put aside while staff still owe an answer. */
export const endSnooze = (tx: Queries, row: ConversationRow): Statement =>
  tx
    .update(conversations)
    .set({ status: 'open', snoozedUntil: null })
    .where(
      and(
        ofConversation(row.siteId, row.id),
        eq(conversations.status, 'snoozed'),
        eq(conversations.waitingFor, 'staff'),
      ),
    );

/** Gives a promise that still stands, and its conversation, to another person. */
export const handOver = (
  tx: Queries,
  row: ConversationRow & { promiseAt: number },
  staffId: string,
): Decisive =>
  decisive(
    tx.update(conversations).set({ assigneeId: staffId, promiseOwnerId: staffId }).where(stillOwed(row)),
  );

/** Moves a promise that still stands to another time. */
export const movePromise = (
  tx: Queries,
  row: ConversationRow & { promiseAt: number },
  promiseAt: number,
  now: number,
): Decisive =>
  decisive(tx.update(conversations).set({ promiseAt, promiseMadeAt: now }).where(stillOwed(row)));
