import type { SiteSettings } from '../../../../shared/siteSettings.ts';
import { at, bool, int, json, primaryKey, table, text, uniqueIndex } from '../../db/columns.ts';

/** A tenant. Its id is the first column of every other table's keys. */
export const sites = table(
  'sites',
  {
    id: text('id').primaryKey(),
    /** Public: stands in the snippet and in page addresses. */
    key: text('key').notNull(),
    name: text('name').notNull(),
    /** Signs identities and links; never leaves the server but to the owner. */
    secret: text('secret').notNull(),
    /** The secret before it, which is taken until its time is over: the owner's programs change one after the other. */
    previousSecret: text('previous_secret'),
    previousSecretUntil: at('previous_secret_until'),
    /** Exact origins (scheme, host, port) whose pages may use the widget. */
    origins: json<string[]>('origins').notNull(),
    settings: json<SiteSettings>('settings').notNull(),
    /** Counts the changes of name, origins and settings: who writes on an older one is told. */
    revision: int('revision').notNull().default(1),
    createdAt: at('created_at').notNull(),
    /** True where its team comes in through its own provider alone; owners always can by their own login. */
    isProviderOnly: bool('is_provider_only').notNull().default(false),
    /** Since when visitors don't find it. */
    archivedAt: at('archived_at'),
    /** When it was deleted; it goes for good some days later. */
    deletedAt: at('deleted_at'),
  },
  (site) => [uniqueIndex('sites_key').on(site.key)],
);

/** One row once the installation was set up: its key is what keeps a second set-up out, on every machine. */
export const setups = table('setups', {
  id: text('id').primaryKey(),
  at: at('at').notNull(),
});

/** On which origins the script asked for a site's settings. Nothing of a visitor. */
export const installations = table(
  'installations',
  {
    siteId: text('site_id').notNull(),
    origin: text('origin').notNull(),
    /** Whether the origin was one of the site's when it was last seen. */
    allowed: bool('allowed').notNull(),
    firstSeen: at('first_seen').notNull(),
    lastSeen: at('last_seen').notNull(),
  },
  (installation) => [primaryKey({ columns: [installation.siteId, installation.origin] })],
);
