import * as contract from '../../shared/webhooks/routes.ts';
import { allTypes, maxEndpoints } from '../../shared/webhooks/limits.ts';
import * as schema from '../../shared/webhooks/schema.ts';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { endpointOf, forAdmins } from './findEndpoint.ts';
import { listEndpoints } from './queries.ts';
import { newEndpointSecret } from './secret.ts';
import { toWebhooksView } from './views.ts';
import { changeEndpoint, deleteEndpoint, insertEndpoint } from './writes.ts';

/** @throws Failure `invalid` for an address that nothing is sent to, and for a type that does not exist */
const checkEndpoint = (
  ctx: Context,
  { url, types }: { url?: string | undefined; types?: string[] | undefined },
): void => {
  if (url !== undefined && !ctx.connector.accepts(url))
    throw new Failure(
      'invalid',
      'Webhooks go to public https addresses. The server’s PRIVATE_HOSTS and OUTSIDE_PORTS allow others.',
      { fields: { url: 'not_allowed' } },
    );
  const known = new Set([allTypes, ...Object.keys(ctx.webhooks.types)]);
  const unknown = types?.find((type) => !known.has(type));
  if (unknown !== undefined)
    throw new Failure('invalid', `There is no event “${unknown.slice(0, 60)}”.`, {
      fields: { types: 'unknown' },
    });
};

/** Lists and adds endpoints. */
export const mountEndpoints = (api: Api): void => {
  const listed = { ...forAdmins, reply: schema.webhooks };

  mount(
    api,
    contract.getWebhooks,
    {
      operationId: 'listWebhookEndpoints',
      scope: 'settings:read',
      ...listed,
      summary: 'List webhook endpoints and event types',
    },
    ({ ctx, site }) => toWebhooksView(ctx, site.id),
  );

  mount(
    api,
    contract.addEndpoint,
    {
      operationId: 'addWebhookEndpoint',
      scope: 'settings:write',
      ...listed,
      body: schema.addEndpoint,
      summary: 'Add a webhook endpoint',
    },
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
};

/** Changes and deletes endpoints. */
export const mountEndpointChanges = (api: Api): void => {
  const listed = { ...forAdmins, reply: schema.webhooks };

  mount(
    api,
    contract.changeEndpoint,
    {
      operationId: 'changeWebhookEndpoint',
      scope: 'settings:write',
      ...listed,
      body: schema.changeEndpoint,
      summary: 'Change a webhook endpoint',
    },
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
    {
      operationId: 'deleteWebhookEndpoint',
      scope: 'settings:write',
      ...listed,
      summary: 'Delete a webhook endpoint',
    },
    async ({ ctx, site, parameter }) => {
      await ctx.database.write((tx) => deleteEndpoint(tx, { siteId: site.id, id: parameter('endpoint') }));
      return toWebhooksView(ctx, site.id);
    },
  );
};
