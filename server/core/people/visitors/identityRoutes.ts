import { done } from '../../../../shared/core/conversations/schema.ts';
import { identified, identify } from '../../../../shared/core/people/identity.ts';
import * as contract from '../../../../shared/core/people/identityRoutes.ts';
import { joinAccount, labelVisitor } from '../../conversations/writes/accounts.ts';
import { type Api, mount } from '../../http/mount.ts';
import { readIdentity } from './identity.ts';
import { endVisitorSecret } from './writes.ts';

/** Routes of a visitor's identity on the site itself. */
export const mountIdentities = (api: Api): void => {
  mount(
    api,
    contract.postIdentify,
    {
      access: 'newcomer',
      rate: 'write',
      body: identify,
      reply: identified,
      maxBytes: 16_384,
      operationId: 'identifyVisitor',
      summary: 'Identify the visitor; signed claims join their histories, others are only labels',
    },
    async ({ ctx, site, visitor, body }) => {
      const { token, ...identity } = body;
      if (token === undefined) {
        await labelVisitor(ctx, visitor, identity);
        return { verified: visitor.subject !== null };
      }
      await joinAccount(ctx, site, visitor, await readIdentity(ctx, site, token), identity);
      return { verified: true };
    },
  );

  mount(
    api,
    contract.endVisit,
    {
      access: 'visitor',
      rate: 'write',
      reply: done,
      operationId: 'endVisit',
      summary: 'End the visitor’s secret when they log out',
    },
    async ({ ctx, visitor }) => {
      await endVisitorSecret(ctx, visitor);
      ctx.live.revoke(visitor.secretHash);
      return { done: true as const };
    },
  );
};
