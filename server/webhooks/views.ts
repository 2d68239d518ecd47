import type { Context } from '../context.ts';
import type * as schema from '../../shared/webhooks/schema.ts';
import {
  type AttemptRow,
  countDeliveries,
  type DeliveryRow,
  type EndpointRow,
  listAttempts,
  listEndpoints,
  type MessageRow,
} from './queries.ts';

const toEndpointView = (
  row: EndpointRow,
  counts: Awaited<ReturnType<typeof countDeliveries>>,
  now: number,
): schema.Endpoint => {
  const own = counts.filter(({ endpointId }) => endpointId === row.id);
  const countOf = (state: DeliveryRow['state']): number =>
    own.find((one) => one.state === state)?.deliveries ?? 0;
  const oldUntil = row.oldSecret === null ? null : row.oldSecretUntil;
  return {
    id: row.id,
    url: row.url,
    types: row.types,
    description: row.description,
    state: row.state,
    failingSince: row.failingSince,
    oldSecretUntil: oldUntil !== null && oldUntil > now ? oldUntil : null,
    createdAt: row.createdAt,
    waiting: countOf('waiting'),
    failed: countOf('failed'),
    lastDelivered: own.find((one) => one.state === 'done')?.lastDone ?? null,
  };
};

/** A site's endpoints, and what there is to subscribe to. */
export const toWebhooksView = async (ctx: Context, siteId: string): Promise<schema.Webhooks> => {
  const [rows, counts] = await Promise.all([listEndpoints(ctx, siteId), countDeliveries(ctx, siteId)]);
  const now = ctx.clock.now();
  return {
    endpoints: rows.map((row) => toEndpointView(row, counts, now)),
    types: Object.entries(ctx.webhooks.types).map(([name, { summary }]) => ({ name, summary })),
  };
};

/** A delivery; to an endpoint that is off or paused, nothing is tried. */
export const toDeliveryView = (
  { state }: Pick<EndpointRow, 'state'>,
  row: DeliveryRow,
  { type, seq }: Pick<MessageRow, 'type' | 'seq'>,
): schema.Delivery => ({
  id: row.messageId,
  type,
  sequence: seq,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.createdAt,
  nextAt: state === 'on' && row.state === 'waiting' ? row.nextAt : null,
  status: row.status,
  reason: row.reason,
});

const toAttemptView = ({ at, status, reason, duration, answer }: AttemptRow): schema.Attempt => ({
  at,
  status,
  reason,
  duration,
  answer,
});

export const toDetailsView = async (
  ctx: Context,
  endpoint: Pick<EndpointRow, 'state'>,
  { delivery, message }: { delivery: DeliveryRow; message: MessageRow },
): Promise<schema.DeliveryDetails> => ({
  delivery: toDeliveryView(endpoint, delivery, message),
  body: message.body,
  attempts: (await listAttempts(ctx, delivery.siteId, delivery.endpointId, delivery.messageId)).map(
    toAttemptView,
  ),
});
