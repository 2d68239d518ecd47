import type { Context } from '../context.ts';
import { drainEndpoint } from './deliver.ts';
import { type EndpointRow, listDueEndpoints } from './queries.ts';

/** Endpoints that are served at once: one that is slow keeps only its own messages waiting. */
const maxEndpointsAtOnce = 32;
/** The interval of looks for due deliveries, milliseconds. */
const lookEvery = 1_000;

const keyOf = ({ siteId, id }: EndpointRow): string => `${siteId} ${id}`;

/** Delivers to every endpoint that something is due for, each by itself. */
const createCourier = (ctx: Context) => {
  const busy = new Map<string, Promise<void>>();
  return {
    /** Begins with whatever is due and not under way. @returns whether there was any */
    async begin(): Promise<boolean> {
      const room = maxEndpointsAtOnce - busy.size;
      if (room <= 0) return false;
      // Those under way are among the due: room for others beside them.
      const due = await listDueEndpoints(ctx, ctx.clock.now(), maxEndpointsAtOnce * 2);
      const idle = due.filter((endpoint) => !busy.has(keyOf(endpoint))).slice(0, room);
      for (const endpoint of idle) {
        const key = keyOf(endpoint);
        const run = drainEndpoint(ctx, endpoint)
          .catch((err: unknown) => {
            ctx.metrics.faults.inc({ kind: 'webhooks' });
            ctx.log.error({ err, endpoint: endpoint.id }, 'webhooks');
          })
          .finally(() => busy.delete(key));
        busy.set(key, run);
      }
      return idle.length > 0;
    },
    settled: async (): Promise<void> => void (await Promise.all(busy.values())),
  };
};

/** Delivers what is due now, until nothing is. */
export const deliverDue = async (ctx: Context): Promise<void> => {
  const courier = createCourier(ctx);
  while (await courier.begin()) await courier.settled();
};

/** Delivers what is due, for as long as the process runs. @returns a function that stops it, after what is under way */
export const watchWebhooks = (ctx: Context): (() => Promise<void>) => {
  const courier = createCourier(ctx);
  let looking: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    looking ??= courier
      .begin()
      .catch((err: unknown) => {
        ctx.metrics.faults.inc({ kind: 'webhooks' });
        ctx.log.error({ err }, 'webhooks');
      })
      .finally(() => {
        looking = undefined;
      });
  }, lookEvery);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
    await courier.settled();
  };
};
