import * as contract from '../../shared/webhooks/routes.ts';
import * as schema from '../../shared/webhooks/schema.ts';
import { notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { tryDelivery } from './deliver.ts';
import { deliveryOf, endpointOf, forAdmins } from './findEndpoint.ts';
import { findDelivery, listDeliveries } from './queries.ts';
import { bodyOf, messageIdOf } from './recorder.ts';
import { toDeliveryView, toDetailsView, toWebhooksView } from './views.ts';
import { insertDelivery, insertMessage, sendAgain } from './writes.ts';

/** Deliveries of one answer. */
const pageSize = 50;

/** Sends tests, and lists what went out. */
export const mountDeliveries = (api: Api): void => {
  const details = { ...forAdmins, reply: schema.deliveryDetails };

  mount(
    api,
    contract.testEndpoint,
    {
      operationId: 'sendTestWebhook',
      scope: 'settings:write',
      ...details,
      summary: 'Send a test event to a webhook endpoint',
    },
    async (call) => {
      const { ctx, site, session } = call;
      const row = await endpointOf(call);
      const now = ctx.clock.now();
      const id = messageIdOf(site.id, row.id, 'test', String(now));
      const delivery = { siteId: site.id, endpointId: row.id, messageId: id, createdAt: now };
      const body = bodyOf(site.key, 'test', now, 0, { by: session.staff.name });
      await ctx.database.write((tx) => [
        insertMessage(tx, {
          siteId: site.id,
          id,
          seq: 0,
          type: 'test',
          visitorId: null,
          conversationId: null,
          subjectId: null,
          body,
          createdAt: now,
        }),
        insertDelivery(tx, delivery),
      ]);
      const made = await findDelivery(ctx, site.id, row.id, id);
      // Tried at once, whatever the endpoint's state: who tests wants to know. Nobody has it if somebody was faster.
      if (made) await tryDelivery(ctx, row, made.delivery);
      const found = await findDelivery(ctx, site.id, row.id, id);
      if (!found) throw notFound();
      return toDetailsView(ctx, await endpointOf(call), found);
    },
  );

  mount(
    api,
    contract.listDeliveries,
    {
      operationId: 'listWebhookDeliveries',
      scope: 'settings:read',
      ...forAdmins,
      query: schema.listQuery,
      reply: schema.deliveries,
      summary: 'List deliveries of a webhook endpoint',
    },
    async (call) => {
      const { ctx, site, query } = call;
      const endpoint = await endpointOf(call);
      const { id } = endpoint;
      const before = query.before ? await findDelivery(ctx, site.id, id, query.before) : null;
      const rows = await listDeliveries(ctx, site.id, id, {
        state: query.state,
        before: before?.delivery ?? null,
        max: pageSize + 1,
      });
      return {
        deliveries: rows
          .slice(0, pageSize)
          .map(({ delivery, type, seq }) => toDeliveryView(endpoint, delivery, { type, seq })),
        more: rows.length > pageSize,
      };
    },
  );
};

/** Shows a delivery, and sends again. */
export const mountSendingAgain = (api: Api): void => {
  const details = { ...forAdmins, reply: schema.deliveryDetails };

  mount(
    api,
    contract.getDelivery,
    {
      operationId: 'getWebhookDelivery',
      scope: 'settings:read',
      ...details,
      summary: 'Get a delivery with its attempts',
    },
    async (call) => toDetailsView(call.ctx, await endpointOf(call), await deliveryOf(call)),
  );

  mount(
    api,
    contract.resendDelivery,
    {
      operationId: 'resendWebhookDelivery',
      scope: 'settings:write',
      ...details,
      summary: 'Send a delivery again',
    },
    async (call) => {
      const { ctx } = call;
      const row = await endpointOf(call);
      const { delivery } = await deliveryOf(call);
      await ctx.database.write((tx) => [sendAgain(tx, row, delivery.messageId, ctx.clock.now())]);
      return toDetailsView(ctx, row, await deliveryOf(call));
    },
  );

  mount(
    api,
    contract.resendFailed,
    {
      operationId: 'resendFailedWebhookDeliveries',
      scope: 'settings:write',
      ...forAdmins,
      reply: schema.webhooks,
      summary: 'Send everything again that was given up',
    },
    async (call) => {
      const { ctx, site } = call;
      const row = await endpointOf(call);
      await ctx.database.write((tx) => [sendAgain(tx, row, null, ctx.clock.now())]);
      return toWebhooksView(ctx, site.id);
    },
  );
};
