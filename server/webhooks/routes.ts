import { randomBytes } from 'node:crypto';
import * as contract from '../../shared/webhooks/routes.ts';
import { allTypes, maxEndpoints } from '../../shared/webhooks/limits.ts';
import * as schema from '../../shared/webhooks/schema.ts';
import type { Context } from '../context.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, type Call, mount } from '../core/http/mount.ts';
import { tryDelivery } from './deliver.ts';
import { type EndpointRow, findDelivery, findEndpoint, listDeliveries, listEndpoints } from './queries.ts';
import { bodyOf, messageIdOf } from './recorder.ts';
import { toDeliveryView, toDetailsView, toWebhooksView } from './views.ts';
import {
  changeEndpoint,
  deleteEndpoint,
  insertDelivery,
  insertEndpoint,
  insertMessage,
  sendAgain,
} from './writes.ts';

const forAdmins = { access: 'staff', rate: 'staff', role: 'admin' } as const;

/** Deliveries of one answer. */
const pageSize = 50;

/** A secret as Standard Webhooks 1.0 writes it: 24 random bytes. */
const newEndpointSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

type Own = Pick<Call<'staff', unknown, unknown>, 'ctx' | 'site' | 'parameter'>;

/** @throws Failure `not_found` */
const endpointOf = async ({ ctx, site, parameter }: Own): Promise<EndpointRow> => {
  const row = await findEndpoint(ctx, site.id, parameter('endpoint'));
  if (!row) throw notFound();
  return row;
};

/** @throws Failure `not_found` */
const deliveryOf = async (call: Own) => {
  const found = await findDelivery(
    call.ctx,
    call.site.id,
    call.parameter('endpoint'),
    call.parameter('delivery'),
  );
  if (!found) throw notFound();
  return found;
};

/** @throws Failure `invalid` for an address that nothing is sent to, and for a type that does not exist */
const checkEndpoint = (
  ctx: Context,
  { url, types }: { url?: string | undefined; types?: string[] | undefined },
): void => {
  if (url !== undefined && !ctx.connector.accepts(url))
    throw new Failure('invalid', 'Webhooks go to public https addresses only.', {
      fields: { url: 'not_allowed' },
    });
  const known = new Set([allTypes, ...Object.keys(ctx.webhooks.types)]);
  const unknown = types?.find((type) => !known.has(type));
  if (unknown !== undefined)
    throw new Failure('invalid', `There is no event “${unknown.slice(0, 60)}”.`, {
      fields: { types: 'unknown' },
    });
};

const mountEndpoints = (api: Api): void => {
  const listed = { ...forAdmins, reply: schema.webhooks };

  mount(
    api,
    contract.getWebhooks,
    { ...listed, summary: 'List webhook endpoints and event types' },
    ({ ctx, site }) => toWebhooksView(ctx, site.id),
  );

  mount(
    api,
    contract.addEndpoint,
    { ...listed, body: schema.addEndpoint, summary: 'Add a webhook endpoint' },
    async ({ ctx, site, body }) => {
      checkEndpoint(ctx, body);
      const known = await listEndpoints(ctx, site.id);
      const isNew = !known.some(({ id }) => id === body.id);
      if (isNew && known.length >= maxEndpoints)
        throw new Failure('invalid', 'There are as many endpoints as there can be.', {
          fields: { id: 'too_many' },
        });
      if (isNew)
        await ctx.database.write((tx) => [
          insertEndpoint(tx, {
            siteId: site.id,
            ...body,
            secret: newEndpointSecret(),
            oldSecret: null,
            oldSecretUntil: null,
            state: 'on',
            failingSince: null,
            restUntil: 0,
            createdAt: ctx.clock.now(),
          }),
        ]);
      return toWebhooksView(ctx, site.id);
    },
  );

  mount(
    api,
    contract.changeEndpoint,
    { ...listed, body: schema.changeEndpoint, summary: 'Change a webhook endpoint' },
    async (call) => {
      const { ctx, site, body } = call;
      const row = await endpointOf(call);
      checkEndpoint(ctx, body);
      const { on, url = row.url, types = row.types, description = row.description } = body;
      const state = on === undefined ? row.state : on ? ('on' as const) : ('off' as const);
      // Who turns it on again has mended it: it begins anew.
      const health = on ? { failingSince: null, restUntil: 0 } : {};
      await ctx.database.write((tx) => [
        changeEndpoint(tx, row, { url, types, description, state, ...health }),
      ]);
      return toWebhooksView(ctx, site.id);
    },
  );

  mount(
    api,
    contract.deleteEndpoint,
    { ...listed, summary: 'Delete a webhook endpoint' },
    async ({ ctx, site, parameter }) => {
      await ctx.database.write((tx) => deleteEndpoint(tx, { siteId: site.id, id: parameter('endpoint') }));
      return toWebhooksView(ctx, site.id);
    },
  );
};

const mountSecrets = (api: Api): void => {
  const secret = { ...forAdmins, reply: schema.endpointSecret };

  mount(
    api,
    contract.showEndpointSecret,
    { ...secret, summary: 'Get the signing secret of a webhook endpoint' },
    async (call) => ({ secret: (await endpointOf(call)).secret }),
  );

  mount(
    api,
    contract.rotateEndpointSecret,
    { ...secret, body: schema.rotateSecret, summary: 'Rotate the signing secret of a webhook endpoint' },
    async (call) => {
      const { ctx, body } = call;
      const row = await endpointOf(call);
      const fresh = newEndpointSecret();
      await ctx.database.write((tx) => [
        changeEndpoint(tx, row, {
          secret: fresh,
          oldSecret: body.keepOld > 0 ? row.secret : null,
          oldSecretUntil: body.keepOld > 0 ? ctx.clock.now() + body.keepOld : null,
        }),
      ]);
      return { secret: fresh };
    },
  );
};

const mountDeliveries = (api: Api): void => {
  const details = { ...forAdmins, reply: schema.deliveryDetails };

  mount(
    api,
    contract.testEndpoint,
    { ...details, summary: 'Send a test event to a webhook endpoint' },
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
      return toDetailsView(ctx, found);
    },
  );

  mount(
    api,
    contract.listDeliveries,
    {
      ...forAdmins,
      query: schema.listQuery,
      reply: schema.deliveries,
      summary: 'List deliveries of a webhook endpoint',
    },
    async (call) => {
      const { ctx, site, query } = call;
      const { id } = await endpointOf(call);
      const before = query.before ? await findDelivery(ctx, site.id, id, query.before) : null;
      const rows = await listDeliveries(ctx, site.id, id, {
        state: query.state,
        before: before?.delivery ?? null,
        max: pageSize + 1,
      });
      return {
        deliveries: rows
          .slice(0, pageSize)
          .map(({ delivery, type, seq }) => toDeliveryView(delivery, { type, seq })),
        more: rows.length > pageSize,
      };
    },
  );
};

const mountSendingAgain = (api: Api): void => {
  const details = { ...forAdmins, reply: schema.deliveryDetails };

  mount(
    api,
    contract.getDelivery,
    { ...details, summary: 'Get a delivery with its attempts' },
    async (call) => toDetailsView(call.ctx, await deliveryOf(call)),
  );

  mount(api, contract.resendDelivery, { ...details, summary: 'Send a delivery again' }, async (call) => {
    const { ctx } = call;
    const row = await endpointOf(call);
    const { delivery } = await deliveryOf(call);
    await ctx.database.write((tx) => [sendAgain(tx, row, delivery.messageId, ctx.clock.now())]);
    return toDetailsView(ctx, await deliveryOf(call));
  });

  mount(
    api,
    contract.resendFailed,
    { ...forAdmins, reply: schema.webhooks, summary: 'Send everything again that was given up' },
    async (call) => {
      const { ctx, site } = call;
      const row = await endpointOf(call);
      await ctx.database.write((tx) => [sendAgain(tx, row, null, ctx.clock.now())]);
      return toWebhooksView(ctx, site.id);
    },
  );
};

/** What owners set up for their programs to be told. */
export const mountWebhooks = (api: Api): void => {
  mountEndpoints(api);
  mountSecrets(api);
  mountDeliveries(api);
  mountSendingAgain(api);
};
