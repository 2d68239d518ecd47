import * as contract from '../../shared/webhooks/routes.ts';
import * as schema from '../../shared/webhooks/schema.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { endpointOf, forAdmins } from './findEndpoint.ts';
import { newEndpointSecret } from './secret.ts';
import { changeEndpoint } from './writes.ts';

/** Shows and rotates what endpoints' messages are signed with. */
export const mountSecrets = (api: Api): void => {
  const secret = { ...forAdmins, reply: schema.endpointSecret };

  mount(
    api,
    contract.showEndpointSecret,
    {
      operationId: 'getWebhookSecret',
      scope: 'settings:write',
      ...secret,
      summary: 'Get the signing secret of a webhook endpoint',
    },
    async (call) => ({ secret: (await endpointOf(call)).secret }),
  );

  mount(
    api,
    contract.rotateEndpointSecret,
    {
      operationId: 'rotateWebhookSecret',
      scope: 'settings:write',
      ...secret,
      body: schema.rotateSecret,
      summary: 'Rotate the signing secret of a webhook endpoint',
    },
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
