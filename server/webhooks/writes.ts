import { and, eq, inArray, like, or, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { conversations, messages } from '../core/conversations/tables.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../core/db/database.ts';
import type { AttemptRow, DeliveryRow, EndpointRow, MessageRow } from './queries.ts';
import { webhookAttempts, webhookDeliveries, webhookEndpoints, webhookMessages } from './tables.ts';

export const insertEndpoint = (tx: Queries, row: EndpointRow): Decisive =>
  decisive(tx.insert(webhookEndpoints).values(row).onConflictDoNothing());

const ofEndpoint = ({ siteId, id }: Pick<EndpointRow, 'siteId' | 'id'>) =>
  and(eq(webhookEndpoints.siteId, siteId), eq(webhookEndpoints.id, id));

export const changeEndpoint = (
  tx: Queries,
  row: Pick<EndpointRow, 'siteId' | 'id'>,
  change: Partial<EndpointRow>,
): Statement => tx.update(webhookEndpoints).set(change).where(ofEndpoint(row));

/** As {@link changeEndpoint}, of one that is on: what a person decided meanwhile stands. */
export const changeIfOn = (
  tx: Queries,
  row: Pick<EndpointRow, 'siteId' | 'id'>,
  change: Partial<EndpointRow>,
): Statement =>
  tx
    .update(webhookEndpoints)
    .set(change)
    .where(and(ofEndpoint(row), eq(webhookEndpoints.state, 'on')));

const deliveriesOf = ({ siteId, id }: Pick<EndpointRow, 'siteId' | 'id'>) =>
  and(eq(webhookDeliveries.siteId, siteId), eq(webhookDeliveries.endpointId, id));

/** An endpoint with all that was on its way to it. */
export const deleteEndpoint = (tx: Queries, row: Pick<EndpointRow, 'siteId' | 'id'>): Statement[] => [
  tx.delete(webhookEndpoints).where(ofEndpoint(row)),
  tx.delete(webhookDeliveries).where(deliveriesOf(row)),
  tx
    .delete(webhookAttempts)
    .where(and(eq(webhookAttempts.siteId, row.siteId), eq(webhookAttempts.endpointId, row.id))),
];

export const insertMessage = (tx: Queries, row: MessageRow): Statement =>
  tx.insert(webhookMessages).values(row).onConflictDoNothing();

export const insertDelivery = (
  tx: Queries,
  row: Pick<DeliveryRow, 'siteId' | 'endpointId' | 'messageId' | 'createdAt'>,
): Statement =>
  tx
    .insert(webhookDeliveries)
    .values({ ...row, state: 'waiting', attempts: 0, nextAt: row.createdAt, reason: '' })
    .onConflictDoNothing();

const asSeen = (row: DeliveryRow) =>
  and(
    eq(webhookDeliveries.siteId, row.siteId),
    eq(webhookDeliveries.endpointId, row.endpointId),
    eq(webhookDeliveries.messageId, row.messageId),
    eq(webhookDeliveries.state, row.state),
    eq(webhookDeliveries.nextAt, row.nextAt),
    eq(webhookDeliveries.attempts, row.attempts),
  );

/**
 * Takes a delivery for as long as a try may last: who dies over it leaves it to be tried again then.
 * @returns it as it is now, or null when somebody else was faster
 */
export const claimDelivery = async (
  ctx: Pick<Context, 'database'>,
  row: DeliveryRow,
  until: number,
): Promise<DeliveryRow | null> => {
  const change = { nextAt: until, attempts: row.attempts + 1 };
  const applied = await ctx.database.write((tx) => [
    decisive(tx.update(webhookDeliveries).set(change).where(asSeen(row))),
  ]);
  return applied ? { ...row, ...change } : null;
};

/** Ends a claim with what came of it; changes nothing when it was claimed anew, or sent again, meanwhile. */
export const settleDelivery = (tx: Queries, row: DeliveryRow, change: Partial<DeliveryRow>): Decisive =>
  decisive(tx.update(webhookDeliveries).set(change).where(asSeen(row)));

export const insertAttempt = (tx: Queries, row: AttemptRow): Statement =>
  tx.insert(webhookAttempts).values(row).onConflictDoNothing();

/** Gives deliveries their tries anew, now. @param messageId one, or all that were given up */
export const sendAgain = (
  tx: Queries,
  row: Pick<EndpointRow, 'siteId' | 'id'>,
  messageId: string | null,
  now: number,
): Statement =>
  tx
    .update(webhookDeliveries)
    .set({ state: 'waiting', attempts: 0, nextAt: now, doneAt: null })
    .where(
      and(
        deliveriesOf(row),
        messageId === null
          ? eq(webhookDeliveries.state, 'failed')
          : eq(webhookDeliveries.messageId, messageId),
      ),
    );

/** Messages with their deliveries, by condition. */
const eraseWhere = (tx: Queries, siteId: string, which: SQL | undefined): Statement[] => {
  const ids = tx
    .select({ id: webhookMessages.id })
    .from(webhookMessages)
    .where(and(eq(webhookMessages.siteId, siteId), which));
  return [
    tx
      .delete(webhookAttempts)
      .where(and(eq(webhookAttempts.siteId, siteId), inArray(webhookAttempts.messageId, ids))),
    tx
      .delete(webhookDeliveries)
      .where(and(eq(webhookDeliveries.siteId, siteId), inArray(webhookDeliveries.messageId, ids))),
    tx.delete(webhookMessages).where(and(eq(webhookMessages.siteId, siteId), which)),
  ];
};

/** Messages with their deliveries, whether they arrived or not. */
export const eraseMessages = (tx: Queries, siteId: string, ids: readonly string[]): Statement[] =>
  eraseWhere(tx, siteId, inArray(webhookMessages.id, [...ids]));

/** Erases the messages about some subjects, whoever's words are in them; what becomes of the subjects is told anew. */
export const eraseOfSubjects = (tx: Queries, siteId: string, ids: readonly string[]): Statement[] =>
  eraseWhere(tx, siteId, inArray(webhookMessages.subjectId, [...ids]));

/**
 * Erases messages about a conversation, and the one that it was merged from or taken out of again: its last words stand
 * in each of them.
 */
export const eraseAround = (tx: Queries, siteId: string, messageId: string): Statement[] => {
  const found = (column: typeof messages.conversationId | typeof messages.movedFrom) =>
    tx
      .select({ id: column })
      .from(messages)
      .where(and(eq(messages.siteId, siteId), eq(messages.id, messageId)));
  const visitor = tx
    .select({ id: conversations.visitorId })
    .from(conversations)
    .where(and(eq(conversations.siteId, siteId), inArray(conversations.id, found(messages.conversationId))));
  return eraseWhere(
    tx,
    siteId,
    or(
      inArray(webhookMessages.conversationId, found(messages.conversationId)),
      inArray(webhookMessages.conversationId, found(messages.movedFrom)),
      and(inArray(webhookMessages.visitorId, visitor), like(webhookMessages.body, `%${messageId}%`)),
    ),
  );
};

/** Empties what was answered to a site's messages. */
export const emptyAnswers = (tx: Queries, siteId: string): Statement =>
  tx.update(webhookAttempts).set({ answer: '' }).where(eq(webhookAttempts.siteId, siteId));
