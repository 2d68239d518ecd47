import { type ReadonlySignal, signal } from '@preact/signals';
import { newId } from '../../../shared/core/ids.ts';
import * as routes from '../../../shared/webhooks/routes.ts';
import type { DeliveryDetails, Endpoint, Webhooks } from '../../../shared/webhooks/schema.ts';
import type { ConsoleModel } from '../model.ts';

/** The editable part of an endpoint. */
export type EndpointDraft = Pick<Endpoint, 'url' | 'description' | 'types'>;

/** The webhooks of one site. A failure is shown where the console's others are. */
export const createWebhooks = ({ call, attempt }: Pick<ConsoleModel, 'call' | 'attempt'>) => {
  const found = signal<Webhooks | null>(null);
  const take = async (work: Promise<Webhooks>): Promise<boolean> => {
    const reply = await attempt(work);
    if (reply) found.value = reply;
    return reply !== null;
  };
  return {
    found: found as ReadonlySignal<Webhooks | null>,
    load: () => take(call(routes.getWebhooks, {})),
    /** @param id made with the form: sent twice, it is one endpoint */
    add: (id: string, draft: EndpointDraft) => take(call(routes.addEndpoint, { body: { id, ...draft } })),
    change: (endpoint: string, body: Partial<EndpointDraft> & { on?: boolean }) =>
      take(call(routes.changeEndpoint, { path: { endpoint }, body })),
    remove: (endpoint: string) => take(call(routes.deleteEndpoint, { path: { endpoint } })),
    resendFailed: (endpoint: string) => take(call(routes.resendFailed, { path: { endpoint } })),
    async secret(endpoint: string): Promise<string | null> {
      return (await attempt(call(routes.showEndpointSecret, { path: { endpoint } })))?.secret ?? null;
    },
    async rotate(endpoint: string, keepOld: number): Promise<string | null> {
      const reply = await attempt(
        call(routes.rotateEndpointSecret, { path: { endpoint }, body: { keepOld } }),
      );
      if (reply) await take(call(routes.getWebhooks, {}));
      return reply?.secret ?? null;
    },
    async test(endpoint: string): Promise<DeliveryDetails | null> {
      const reply = await attempt(call(routes.testEndpoint, { path: { endpoint } }));
      if (reply) await take(call(routes.getWebhooks, {}));
      return reply;
    },
    deliveries: (endpoint: string, query: { state?: 'waiting' | 'done' | 'failed'; before?: string }) =>
      attempt(call(routes.listDeliveries, { path: { endpoint }, query })),
    details: (endpoint: string, delivery: string) =>
      attempt(call(routes.getDelivery, { path: { endpoint, delivery } })),
    resend: (endpoint: string, delivery: string) =>
      attempt(call(routes.resendDelivery, { path: { endpoint, delivery } })),
  };
};

export type WebhooksModel = ReturnType<typeof createWebhooks>;

export const newEndpointId = (): string => newId();
