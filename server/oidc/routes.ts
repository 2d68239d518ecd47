import * as contract from '../../shared/oidc/routes.ts';
import * as schema from '../../shared/oidc/schema.ts';
import { loginPath } from '../../shared/oidc/routes.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { hasStandingOwner } from '../core/people/members/queries.ts';
import { seal, unseal } from '../core/people/staff/secondFactor.ts';
import { discover, ProviderError, type ProviderFault } from './client.ts';
import { findProvider, listProviders, type ProviderRow } from './queries.ts';
import { toProviderPage } from './view.ts';
import { deleteProviderRow, saveProviderRow } from './writes.ts';

/** Buttons on the login page. */
const maxButtons = 20;

const forOwners = {
  access: 'staff',
  rate: 'staff',
  role: 'owner',
  scope: null,
  person: 'Who may log in is for a person to say.',
  reply: schema.providerPage,
} as const;

const faults: Record<ProviderFault, [FieldCode, string]> = {
  not_public: [
    'not_allowed',
    'The provider has to be at a public https address. The server’s PRIVATE_HOSTS allows others.',
  ],
  unreachable: ['unknown', 'The provider can’t be reached at this address.'],
  not_a_provider: ['invalid', 'There’s no OpenID provider of this name at this address.'],
};

/** Looks whether a provider is where it's said to be. @throws Failure `invalid` with the field */
const checkProvider = async (
  ctx: Context,
  given: Pick<ProviderRow, 'issuer' | 'clientId'>,
  secret: string,
): Promise<void> => {
  try {
    await discover(ctx, given, secret);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    ctx.log.info({ err: error }, 'a provider couldn’t be used');
    const [code, message] = faults[error.fault];
    throw new Failure('invalid', message, { fields: { issuer: code } });
  }
};

/** The secret to go on with: the one that's given, or the one that is kept. @throws Failure `invalid` */
const secretOf = (
  ctx: Context,
  before: ProviderRow | null,
  { clientSecret, issuer }: schema.SaveProvider,
): string => {
  if (clientSecret !== undefined) return clientSecret;
  // A secret is for the provider that gave it: another one would get to know it.
  if (before && before.issuer === issuer) return unseal(ctx, before.clientSecret);
  throw new Failure('invalid', 'The client secret is missing.', { fields: { clientSecret: 'required' } });
};

const save = async (ctx: Context, siteId: string, body: schema.SaveProvider): Promise<void> => {
  const before = await findProvider(ctx, siteId);
  const secret = secretOf(ctx, before, body);
  const isOnlyWay = body.isOn && body.isOnlyWay;
  if (isOnlyWay && !(await hasStandingOwner(ctx, siteId)))
    throw new Failure('conflict', 'First, an owner needs a password: a way in has to be left.', {
      fields: { isOnlyWay: 'not_allowed' },
    });
  // A provider that is away can still be turned off.
  if (body.isOn) await checkProvider(ctx, body, secret);
  const { isOnlyWay: _, clientSecret: __, ...rest } = body;
  const row = {
    ...rest,
    siteId,
    groups: [...body.groups],
    domains: body.domains.map((domain) => domain.toLowerCase()),
    clientSecret: seal(ctx, secret),
    changedAt: Math.max(ctx.clock.now(), (before?.changedAt ?? 0) + 1),
  };
  const isOther = before !== null && (!body.isOn || before.issuer !== body.issuer);
  await saveProviderRow(ctx, row, { isOnlyWay, isOther });
};

/** Routes of a site's provider: for owners, and the buttons of the login page for anybody. */
export const mountOidc = (api: Api): void => {
  mount(
    api,
    contract.listLoginProviders,
    {
      access: 'anonymous',
      rate: 'staff',
      reply: schema.loginProviders,
      operationId: 'listLoginProviders',
      summary: 'List the identity providers that the login page offers',
    },
    async ({ ctx }) => ({
      providers: (await listProviders(ctx, maxButtons)).map(({ siteId, label }) => ({
        label,
        path: loginPath(siteId),
      })),
    }),
  );

  mount(
    api,
    contract.getProvider,
    { ...forOwners, operationId: 'getIdentityProvider', summary: 'Get the site’s identity provider' },
    ({ ctx, site }) => toProviderPage(ctx, site),
  );

  mount(
    api,
    contract.putProvider,
    {
      ...forOwners,
      body: schema.saveProvider,
      operationId: 'setIdentityProvider',
      summary: 'Set the site’s identity provider (OpenID Connect)',
    },
    async ({ ctx, site, body }) => {
      await save(ctx, site.id, body);
      return toProviderPage(ctx, site);
    },
  );

  mount(
    api,
    contract.deleteProvider,
    { ...forOwners, operationId: 'removeIdentityProvider', summary: 'Remove the site’s identity provider' },
    async ({ ctx, site }) => {
      await deleteProviderRow(ctx, site.id);
      return toProviderPage(ctx, site);
    },
  );
};
