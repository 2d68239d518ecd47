import { loginPath } from '../../shared/oidc/routes.ts';
import type { ProviderPage } from '../../shared/oidc/schema.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { findProvider } from './queries.ts';

/** The address that a provider sends browsers back to: each site's own, so that no provider answers for another's. */
export const redirectUri = (ctx: Context, siteId: string): string =>
  `${ctx.config.publicUrl}${loginPath(siteId)}/callback`;

/** A site's provider as its owners see it. */
export const toProviderPage = async (ctx: Context, { id }: Pick<Site, 'id'>): Promise<ProviderPage> => {
  const row = await findProvider(ctx, id);
  const site = await ctx.sites.byId(id);
  return {
    provider: row && {
      issuer: row.issuer,
      clientId: row.clientId,
      scopes: row.scopes,
      label: row.label,
      groupsClaim: row.groupsClaim,
      groups: row.groups,
      provisions: row.provisions,
      defaultRole: row.defaultRole,
      domains: row.domains,
      isOn: row.isOn,
      isOnlyWay: site?.isProviderOnly ?? false,
    },
    redirectUri: redirectUri(ctx, id),
    loginUri: `${ctx.config.publicUrl}${loginPath(id)}`,
  };
};
