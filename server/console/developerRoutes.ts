import * as contract from '../../shared/console/developerRoutes.ts';
import * as schema from '../../shared/console/developerSchema.ts';
import { done } from '../../shared/core/conversations/schema.ts';
import { rotation, siteSecret, tokenReport } from '../../shared/core/people/siteSecret.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, type Call, mount } from '../core/http/mount.ts';
import { hashSecret } from '../core/people/secrets.ts';
import { readSecret, rotateSecret } from '../core/people/sites/secret.ts';
import { checkSiteToken } from '../core/people/siteTokenCheck.ts';
import { prove } from '../core/people/staff/prove.ts';
import { listTokens } from '../core/people/tokens/queries.ts';
import { newToken } from '../core/people/tokens/token.ts';
import { insertToken, revokeToken } from '../core/people/tokens/writes/tokens.ts';

const [hour, day] = [3_600_000, 24 * 3_600_000];

const forOwners = {
  access: 'staff',
  rate: 'staff',
  role: 'owner',
  scope: null,
  person: 'Who has the secret can be any visitor.',
} as const;
const forAdmins = {
  access: 'staff',
  rate: 'staff',
  role: 'admin',
  scope: null,
  person: 'A token that makes tokens would outlive being revoked.',
} as const;

/** Routes of the secret that signs a site's tokens. */
const mountSecret = (api: Api): void => {
  mount(
    api,
    contract.postSecret,
    {
      ...forOwners,
      body: schema.readSecret,
      reply: siteSecret,
      maxBytes: 8_192,
      operationId: 'getSiteSecret',
      summary: 'Get the site’s secret, with your password or a code',
    },
    async ({ ctx, site, session, address, body }) => {
      await prove(ctx, session, address, body.proof);
      return readSecret(ctx, site.id);
    },
  );

  mount(
    api,
    contract.postRotation,
    {
      ...forOwners,
      body: rotation,
      reply: siteSecret,
      maxBytes: 8_192,
      operationId: 'rotateSiteSecret',
      summary: 'Replace the site’s secret; the old one stays valid for as long as you say',
    },
    async ({ ctx, site, session, address, body }) => {
      await prove(ctx, session, address, body.proof);
      return rotateSecret(ctx, site.id, body.keepHours * hour);
    },
  );

  mount(
    api,
    contract.postTokenCheck,
    {
      access: 'staff',
      rate: 'staff',
      role: 'admin',
      scope: 'settings:read',
      audit: false,
      body: schema.checkToken,
      reply: tokenReport,
      maxBytes: 16_384,
      operationId: 'checkIdentityToken',
      summary: 'Check a token that your server signed with the site’s secret',
    },
    ({ ctx, site, body }) => checkSiteToken(ctx, site, body.token.trim()),
  );
};

const toView = ({ hash: _, ...row }: Awaited<ReturnType<typeof listTokens>>[number]): schema.ApiToken => row;

/** Makes a token. What was sent twice (a reply was lost) can't be shown twice: the caller hears that it's there. */
const makeToken = async ({
  ctx,
  site,
  session,
  body,
}: Pick<
  Call<'staff', schema.NewApiToken, unknown>,
  'ctx' | 'site' | 'session' | 'body'
>): Promise<schema.MadeApiToken> => {
  const known = await listTokens(ctx, site.id);
  if (known.length >= schema.maxTokens)
    throw new Failure('invalid', `A site can have ${schema.maxTokens} tokens. Revoke some first.`, {
      fields: { name: 'too_many' },
    });
  const token = newToken();
  const now = ctx.clock.now();
  const row = {
    id: body.id,
    ending: token.slice(-4),
    name: body.name.trim(),
    scopes: [...new Set(body.scopes)],
    createdAt: now,
    expiresAt: body.days === null ? null : now + body.days * day,
    lastUsedAt: null,
  };
  await ctx.database.write((tx) => [
    insertToken(tx, { ...row, siteId: site.id, hash: hashSecret(token), staffId: session.staff.id }),
  ]);
  return { token, made: { ...row, by: session.staff.name } };
};

/** Routes of the tokens by which programs call the API. */
const mountTokens = (api: Api): void => {
  mount(
    api,
    contract.listApiTokens,
    {
      ...forAdmins,
      reply: schema.apiTokens,
      operationId: 'listApiTokens',
      summary: 'List API tokens, without the tokens themselves',
    },
    async ({ ctx, site }) => ({
      tokens: (await listTokens(ctx, site.id)).map(toView),
      now: ctx.clock.now(),
    }),
  );

  mount(
    api,
    contract.postApiToken,
    {
      ...forAdmins,
      body: schema.newApiToken,
      reply: schema.madeApiToken,
      maxBytes: 8_192,
      operationId: 'createApiToken',
      summary: 'Create an API token; it’s shown once',
    },
    makeToken,
  );

  mount(
    api,
    contract.deleteApiToken,
    { ...forAdmins, reply: done, operationId: 'revokeApiToken', summary: 'Revoke an API token' },
    async ({ ctx, site, parameter }) => {
      const id = parameter('token');
      const known = (await listTokens(ctx, site.id)).find((one) => one.id === id);
      if (!known || !(await ctx.database.write((tx) => [revokeToken(tx, site.id, id, ctx.clock.now())])))
        throw notFound();
      ctx.live.revoke(known.hash, site.id);
      return { done: true as const };
    },
  );
};

/** Routes for the owner's programs: the secret they sign with, and the tokens they call with. */
export const mountDevelopers = (api: Api): void => {
  mountSecret(api);
  mountTokens(api);
};
