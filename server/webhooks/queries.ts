import { and, asc, count, desc, eq, inArray, lt, lte, max, or } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { webhookAttempts, webhookDeliveries, webhookEndpoints, webhookMessages } from './tables.ts';

type Reads = Pick<Context, 'database'>;
export type EndpointRow = typeof webhookEndpoints.$inferSelect;
export type MessageRow = typeof webhookMessages.$inferSelect;
export type DeliveryRow = typeof webhookDeliveries.$inferSelect;
export type AttemptRow = typeof webhookAttempts.$inferSelect;

export const listEndpoints = (ctx: Reads, siteId: string): Promise<EndpointRow[]> =>
  ctx.database.read
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.siteId, siteId))
    .orderBy(asc(webhookEndpoints.createdAt), asc(webhookEndpoints.id));

export const findEndpoint = async (ctx: Reads, siteId: string, id: string): Promise<EndpointRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.siteId, siteId), eq(webhookEndpoints.id, id)));
  return row ?? null;
};

/** Counts each endpoint's deliveries in each state, and finds when one was done last. */
export const countDeliveries = (ctx: Reads, siteId: string) =>
  ctx.database.read
    .select({
      endpointId: webhookDeliveries.endpointId,
      state: webhookDeliveries.state,
      deliveries: count().mapWith(Number),
      lastDone: max(webhookDeliveries.doneAt),
    })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.siteId, siteId))
    .groupBy(webhookDeliveries.endpointId, webhookDeliveries.state);

const ofEndpoint = (siteId: string, endpointId: string) =>
  and(eq(webhookDeliveries.siteId, siteId), eq(webhookDeliveries.endpointId, endpointId));

/** A delivery with what it carries. */
export const findDelivery = async (
  ctx: Reads,
  siteId: string,
  endpointId: string,
  messageId: string,
): Promise<{ delivery: DeliveryRow; message: MessageRow } | null> => {
  const [row] = await ctx.database.read
    .select({ delivery: webhookDeliveries, message: webhookMessages })
    .from(webhookDeliveries)
    .innerJoin(
      webhookMessages,
      and(
        eq(webhookMessages.siteId, webhookDeliveries.siteId),
        eq(webhookMessages.id, webhookDeliveries.messageId),
      ),
    )
    .where(and(ofEndpoint(siteId, endpointId), eq(webhookDeliveries.messageId, messageId)));
  return row ?? null;
};

/** An endpoint's deliveries, newest first. @param before those older than this one */
export const listDeliveries = (
  ctx: Reads,
  siteId: string,
  endpointId: string,
  {
    state,
    before,
    max,
  }: { state?: DeliveryRow['state'] | undefined; before: DeliveryRow | null; max: number },
) =>
  ctx.database.read
    .select({ delivery: webhookDeliveries, type: webhookMessages.type, seq: webhookMessages.seq })
    .from(webhookDeliveries)
    .innerJoin(
      webhookMessages,
      and(
        eq(webhookMessages.siteId, webhookDeliveries.siteId),
        eq(webhookMessages.id, webhookDeliveries.messageId),
      ),
    )
    .where(
      and(
        ofEndpoint(siteId, endpointId),
        state && eq(webhookDeliveries.state, state),
        before
          ? or(
              lt(webhookDeliveries.createdAt, before.createdAt),
              and(
                eq(webhookDeliveries.createdAt, before.createdAt),
                lt(webhookDeliveries.messageId, before.messageId),
              ),
            )
          : undefined,
      ),
    )
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.messageId))
    .limit(max);

export const listAttempts = (
  ctx: Reads,
  siteId: string,
  endpointId: string,
  messageId: string,
): Promise<AttemptRow[]> =>
  ctx.database.read
    .select()
    .from(webhookAttempts)
    .where(
      and(
        eq(webhookAttempts.siteId, siteId),
        eq(webhookAttempts.endpointId, endpointId),
        eq(webhookAttempts.messageId, messageId),
      ),
    )
    .orderBy(desc(webhookAttempts.at));

/** Endpoints that something is due for, and that take it, of all sites. */
export const listDueEndpoints = (ctx: Reads, now: number, max: number): Promise<EndpointRow[]> =>
  ctx.database.read
    .select()
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.state, 'on'),
        lte(webhookEndpoints.restUntil, now),
        inArray(
          webhookEndpoints.id,
          ctx.database.read
            .select({ id: webhookDeliveries.endpointId })
            .from(webhookDeliveries)
            .where(and(eq(webhookDeliveries.state, 'waiting'), lte(webhookDeliveries.nextAt, now))),
        ),
      ),
    )
    .limit(max);

/** Lists due deliveries of an endpoint, the longest due first. */
export const listDueDeliveries = (
  ctx: Reads,
  { siteId, id }: Pick<EndpointRow, 'siteId' | 'id'>,
  now: number,
  max: number,
): Promise<DeliveryRow[]> =>
  ctx.database.read
    .select()
    .from(webhookDeliveries)
    .where(
      and(ofEndpoint(siteId, id), eq(webhookDeliveries.state, 'waiting'), lte(webhookDeliveries.nextAt, now)),
    )
    .orderBy(asc(webhookDeliveries.nextAt), asc(webhookDeliveries.messageId))
    .limit(max);
