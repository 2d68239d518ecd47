import type { Role } from '../../shared/core/people/roles.ts';
import type { GroupRole } from '../../shared/oidc/schema.ts';
import { at, bool, index, json, primaryKey, table, text } from '../core/db/columns.ts';

/** A site's OpenID provider. */
export const oidcProviders = table('oidc_providers', {
  siteId: text('site_id').primaryKey(),
  issuer: text('issuer').notNull(),
  clientId: text('client_id').notNull(),
  /** Sealed with the installation's secret. */
  clientSecret: text('client_secret').notNull(),
  scopes: json<string[]>('scopes').notNull(),
  label: text('label').notNull(),
  groupsClaim: text('groups_claim').notNull(),
  groups: json<GroupRole[]>('groups').notNull(),
  provisions: bool('provisions').notNull(),
  defaultRole: text('default_role').$type<Role>(),
  domains: json<string[]>('domains').notNull(),
  isOn: bool('is_on').notNull(),
  changedAt: at('changed_at').notNull(),
});

/** People as a site's provider knows them: by its own name for them, which no address change touches. */
export const oidcIdentities = table(
  'oidc_identities',
  {
    siteId: text('site_id').notNull(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    staffId: text('staff_id').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (identity) => [
    primaryKey({ columns: [identity.siteId, identity.issuer, identity.subject] }),
    index('oidc_identities_staff').on(identity.siteId, identity.staffId),
  ],
);
