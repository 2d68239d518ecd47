import * as contract from '../../shared/mailHooks/routes.ts';
import { maxHooks } from '../../shared/mailHooks/providers.ts';
import * as schema from '../../shared/mailHooks/schema.ts';
import { newSecret } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { decisive, UniqueViolation } from '../core/db/database.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { changeHook, deleteHook, insertHook, listHooks, type MailHookRow } from './queries.ts';
import { sealHookSecret } from './secret.ts';

const forAdmins = { access: 'staff', rate: 'staff', role: 'admin' } as const;

/** The name that goes with the secret: providers ask for one. */
const userName = 'foyer';

const addressOf = (ctx: Context, { id, provider }: Pick<MailHookRow, 'id' | 'provider'>): string =>
  ctx.config.publicUrl + contract.hookPath(id, provider);

const toView = async (ctx: Context, siteId: string): Promise<schema.MailHooks> => ({
  hooks: (await listHooks(ctx, siteId)).map(({ id, provider, createdAt, usedAt }) => ({
    id,
    provider,
    address: addressOf(ctx, { id, provider }),
    createdAt,
    usedAt,
  })),
});

/** The secret of a hook, and the address that carries it. @throws Failure `invalid` without the provider's key */
const makeSecret = (
  ctx: Context,
  hook: Pick<MailHookRow, 'id' | 'provider'>,
  key: string | undefined,
): { secret: string; address: string } => {
  const address = addressOf(ctx, hook);
  if (hook.provider !== 'mailgun') {
    const secret = newSecret();
    return { secret, address: address.replace('://', `://${userName}:${secret}@`) };
  }
  if (key === undefined)
    throw new Failure('invalid', 'Type the key that Mailgun signs with.', { fields: { key: 'required' } });
  return { secret: key, address };
};

const mountAdding = (api: Api): void => {
  mount(
    api,
    contract.addMailHook,
    {
      ...forAdmins,
      operationId: 'addMailHook',
      scope: 'settings:write',
      body: schema.addMailHook,
      reply: schema.madeMailHook,
      summary: 'Add an address at which a mail provider posts incoming emails',
    },
    async ({ ctx, site, body: { id, provider, key } }) => {
      const known = await listHooks(ctx, site.id);
      if (known.some((one) => one.id === id)) return { ...(await toView(ctx, site.id)), secretAddress: null };
      if (known.length >= maxHooks)
        throw new Failure('invalid', 'There are as many hooks as there can be.', {
          fields: { id: 'too_many' },
        });
      const { secret, address } = makeSecret(ctx, { id, provider }, key);
      const row: MailHookRow = {
        siteId: site.id,
        id,
        provider,
        secret: sealHookSecret(ctx, id, secret),
        topic: null,
        createdAt: ctx.clock.now(),
        usedAt: null,
      };
      try {
        await ctx.database.write((tx) => [insertHook(tx, row)]);
      } catch (error) {
        // Added at the same moment, or an id of another site.
        if (error instanceof UniqueViolation) throw new Failure('conflict', 'This ID is taken.');
        throw error;
      }
      return { ...(await toView(ctx, site.id)), secretAddress: address };
    },
  );

  mount(
    api,
    contract.replaceMailHookSecret,
    {
      ...forAdmins,
      operationId: 'replaceMailHookSecret',
      scope: 'settings:write',
      body: schema.replaceMailHookSecret,
      reply: schema.madeMailHook,
      summary: 'Replace the secret of a hook; the one before is no more at once',
    },
    async ({ ctx, site, parameter, body: { key } }) => {
      const hook = (await listHooks(ctx, site.id)).find(({ id }) => id === parameter('hook'));
      if (!hook) throw notFound();
      const { secret, address } = makeSecret(ctx, hook, key);
      const change = { secret: sealHookSecret(ctx, hook.id, secret) };
      if (!(await ctx.database.write((tx) => [decisive(changeHook(tx, hook, change))]))) throw notFound();
      return { ...(await toView(ctx, site.id)), secretAddress: address };
    },
  );
};

/** Hooks of a site, for owners and admins. */
export const mountMailHooks = (api: Api): void => {
  mount(
    api,
    contract.listMailHooks,
    {
      ...forAdmins,
      operationId: 'listMailHooks',
      scope: 'settings:read',
      reply: schema.mailHooks,
      summary: 'List addresses at which mail providers post incoming emails',
    },
    ({ ctx, site }) => toView(ctx, site.id),
  );
  mountAdding(api);
  mount(
    api,
    contract.deleteMailHook,
    {
      ...forAdmins,
      operationId: 'deleteMailHook',
      scope: 'settings:write',
      reply: schema.mailHooks,
      summary: 'Remove a hook: nothing is taken at its address any more',
    },
    async ({ ctx, site, parameter }) => {
      await ctx.database.write((tx) => [deleteHook(tx, { siteId: site.id, id: parameter('hook') })]);
      return toView(ctx, site.id);
    },
  );
};
