import { and, eq, inArray, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { type OldBatch, oldBatchSize } from '../../core/people/retention/kept.ts';
import type { Retention } from '../../core/people/retention/retention.ts';
import { lookAtRows } from '../../core/people/retention/queries/runs.ts';
import { webhookAttempts, webhookDeliveries, webhookMessages } from '../tables.ts';

/** The condition on old deliveries that are finished. */
const isOldDelivery = (siteId: string, before: number): SQL | undefined =>
  and(
    eq(webhookDeliveries.siteId, siteId),
    ne(webhookDeliveries.state, 'waiting'),
    lt(webhookDeliveries.createdAt, before),
  );

const isOldAttempt = (siteId: string, before: number): SQL | undefined =>
  and(eq(webhookAttempts.siteId, siteId), lt(webhookAttempts.at, before));

/** Told to everybody whom it was for. The table's name is written out: drizzle leaves it out of a query of one table. */
const isOldMessage = (siteId: string, before: number): SQL | undefined =>
  and(
    eq(webhookMessages.siteId, siteId),
    lt(webhookMessages.createdAt, before),
    sql`not exists (select 1 from webhook_deliveries way where way.site_id = webhook_messages.site_id and way.message_id = webhook_messages.id)`,
  );

type Next = (ctx: Context, siteId: string, before: number) => Promise<OldBatch | null>;

const nextDeliveries: Next = async (ctx, siteId, before) => {
  const rows = await ctx.database.read
    .select({ endpoint: webhookDeliveries.endpointId, message: webhookDeliveries.messageId })
    .from(webhookDeliveries)
    .where(isOldDelivery(siteId, before))
    .limit(oldBatchSize);
  return rows.length
    ? {
        count: rows.length,
        write: (tx) =>
          rows.map(({ endpoint, message }) =>
            tx
              .delete(webhookDeliveries)
              .where(
                and(
                  isOldDelivery(siteId, before),
                  eq(webhookDeliveries.endpointId, endpoint),
                  eq(webhookDeliveries.messageId, message),
                ),
              ),
          ),
      }
    : null;
};

const nextAttempts: Next = async (ctx, siteId, before) => {
  const rows = await ctx.database.read
    .select({ message: webhookAttempts.messageId })
    .from(webhookAttempts)
    .where(isOldAttempt(siteId, before))
    .groupBy(webhookAttempts.messageId)
    .limit(oldBatchSize);
  const ids = rows.map(({ message }) => message);
  return ids.length
    ? {
        count: 0,
        write: (tx) => [
          tx
            .delete(webhookAttempts)
            .where(and(isOldAttempt(siteId, before), inArray(webhookAttempts.messageId, ids))),
        ],
      }
    : null;
};

const nextMessages: Next = async (ctx, siteId, before) => {
  const rows = await ctx.database.read
    .select({ id: webhookMessages.id })
    .from(webhookMessages)
    .where(isOldMessage(siteId, before))
    .limit(oldBatchSize);
  const ids = rows.map(({ id }) => id);
  return ids.length
    ? {
        count: 0,
        write: (tx) => [
          tx
            .delete(webhookMessages)
            .where(and(isOldMessage(siteId, before), inArray(webhookMessages.id, ids))),
        ],
      }
    : null;
};

/** Deliveries with their attempts, then what they brought. Deliveries are what is counted. */
export const deliveriesByAge: Retention = {
  kind: 'webhooks',
  look: (ctx, siteId, before) =>
    lookAtRows(ctx, webhookDeliveries, webhookDeliveries.createdAt, isOldDelivery(siteId, before)),
  async next(ctx, siteId, before) {
    for (const next of [nextDeliveries, nextAttempts, nextMessages]) {
      const batch = await next(ctx, siteId, before);
      if (batch) return [batch];
    }
    return [];
  },
};
