import type { Context } from '../context.ts';
import { planJob } from '../core/jobs/queries.ts';
import {
  type DeliveryRow,
  type EndpointRow,
  findDelivery,
  findEndpoint,
  listDueDeliveries,
} from './queries.ts';
import { nextTry, pauseAfter, restAfterSilence } from './schedule.ts';
import { type Sent, sendTimeout, sendWebhook } from './send.ts';
import { changeIfOn, claimDelivery, insertAttempt, settleDelivery } from './writes.ts';

/** Deliveries that an endpoint gets at once, while it takes them. */
const together = 4;
/** A claim outlives the longest try. */
const lease = sendTimeout + 40_000;

/** The health of an endpoint after a failure; unchanged where it only refused this message. */
const healthAfter = (endpoint: EndpointRow, sent: Sent, now: number): Partial<EndpointRow> => {
  if (sent.reason === '') return { failingSince: null, restUntil: 0 };
  if (sent.reason === 'gone') return { state: 'gone', failingSince: endpoint.failingSince ?? now };
  const failingSince = endpoint.failingSince ?? now;
  // One line that broke says nothing yet; the second in a row does.
  const isSilent =
    endpoint.failingSince !== null && (sent.reason === 'timed_out' || sent.reason === 'unreachable');
  const silence = isSilent ? restAfterSilence : 0;
  return {
    failingSince,
    restUntil: now + Math.max(sent.rest, silence),
    ...(now - failingSince >= pauseAfter && { state: 'failing' as const }),
  };
};

/** Writes what came of a try: the delivery, the attempt, what it says of the endpoint, and who is told. */
const settle = async (
  ctx: Context,
  endpoint: EndpointRow,
  claimed: DeliveryRow,
  sent: Sent,
): Promise<Partial<EndpointRow>> => {
  const now = ctx.clock.now();
  const { siteId, id } = endpoint;
  const health = healthAfter(endpoint, sent, now);
  const again = nextTry(now, claimed.attempts, Math.random(), sent.rest);
  const outcome =
    sent.reason === ''
      ? { state: 'done' as const, doneAt: now }
      : again === null || sent.reason === 'gone'
        ? { state: 'failed' as const }
        : { nextAt: again };
  await ctx.database.write((tx) => [
    settleDelivery(tx, claimed, { ...outcome, status: sent.status, reason: sent.reason }),
    insertAttempt(tx, {
      siteId,
      endpointId: id,
      messageId: claimed.messageId,
      at: now,
      status: sent.status,
      reason: sent.reason,
      duration: sent.duration,
      answer: sent.answer,
    }),
    changeIfOn(tx, endpoint, health),
    ...(health.state
      ? [
          planJob(
            tx,
            siteId,
            { kind: 'webhook.ended', key: `${id} ${now}`, payload: { endpoint: id }, runAt: now },
            now,
          ),
        ]
      : []),
  ]);
  ctx.metrics.webhooks.inc({ outcome: sent.reason || 'done' });
  return health;
};

/** One try of one delivery. @returns the endpoint as it is after it; null when somebody else had it */
export const tryDelivery = async (
  ctx: Context,
  endpoint: EndpointRow,
  due: DeliveryRow,
): Promise<EndpointRow | null> => {
  const claimed = await claimDelivery(ctx, due, ctx.clock.now() + lease);
  const found = claimed && (await findDelivery(ctx, due.siteId, due.endpointId, due.messageId));
  if (!found) return null;
  const sent = await sendWebhook(ctx, endpoint, found.message.id, found.message.body);
  return { ...endpoint, ...(await settle(ctx, endpoint, claimed, sent)) };
};

/**
 * Delivers what is due for an endpoint: several at once while it takes them, one at a time while it fails, and nothing
 * more once it wants a rest. The order is no promise.
 */
export const drainEndpoint = async (ctx: Context, first: EndpointRow): Promise<void> => {
  let endpoint = first;
  for (;;) {
    const now = ctx.clock.now();
    if (endpoint.state !== 'on' || endpoint.restUntil > now) return;
    const due = await listDueDeliveries(ctx, endpoint, now, endpoint.failingSince === null ? together : 1);
    if (due.length === 0) return;
    const tried = await Promise.all(due.map((one) => tryDelivery(ctx, endpoint, one)));
    if (tried.every((one) => one === null)) return;
    const fresh = await findEndpoint(ctx, endpoint.siteId, endpoint.id);
    if (!fresh) return;
    endpoint = fresh;
  }
};
