import { BoundedMap } from '../../boundedMap.ts';
import { asc, eq } from 'drizzle-orm';
import type { SiteSettings } from '../../../../shared/siteSettings.ts';
import { newId, newSecret } from '../../../../shared/core/ids.ts';
import type { Context } from '../../../context.ts';
import { UniqueViolation } from '../../db/database.ts';
import { logs } from '../../events/tables.ts';
import { sites } from './tables.ts';

/** Kind of the event that says that a site's row, or who answers on it, changed: whoever holds the row forgets it. */
export const siteChanged = 'site.changed';

export interface Site {
  id: string;
  key: string;
  name: string;
  secret: string;
  origins: string[];
  settings: SiteSettings;
  /** Counts the changes of name, origins and settings. */
  revision: number;
  createdAt: number;
}

/** How long a site's row may be reused without looking, milliseconds: another process may change it. */
const freshFor = 2_000;

/** Names (keys and ids) of sites that are cached. */
const maxSites = 10_000;

/** Finds sites by their public key or id; what it found is fresh until somebody changes it, two seconds at the most. */
export interface SiteDirectory {
  byKey(key: string): Promise<Site | null>;
  byId(id: string): Promise<Site | null>;
  /** To be called when a site's row was changed, here or by another process. */
  forget(id: string): void;
}

export const createSiteDirectory = (ctx: Pick<Context, 'database' | 'clock' | 'settings'>): SiteDirectory => {
  const cache = new BoundedMap<string, { site: Site; until: number }>(maxSites);
  /** What is being looked up: many requests of one moment are for the same site. */
  const asked = new Map<string, Promise<Site | null>>();

  const look = async (name: string, column: typeof sites.key | typeof sites.id): Promise<Site | null> => {
    const [site] = await ctx.database.read.select().from(sites).where(eq(column, name)).limit(1);
    if (!site) return null;
    site.settings = ctx.settings.complete(site.settings);
    return site;
  };
  const find = async (name: string, column: typeof sites.key | typeof sites.id): Promise<Site | null> => {
    const now = ctx.clock.monotonic();
    const found = cache.get(name);
    if (found && now < found.until) return found.site;
    const known = asked.get(name);
    if (known) return known;
    const looking = look(name, column);
    asked.set(name, looking);
    // Forgotten meanwhile: what was read may be from before the change, and is not kept.
    const isCurrent = (): boolean => asked.get(name) === looking;
    try {
      const site = await looking;
      if (site && isCurrent()) {
        cache.set(name, { site, until: now + freshFor });
      }
      return site;
    } finally {
      if (isCurrent()) asked.delete(name);
    }
  };
  return {
    // What cannot be a key is not asked for: it might not even be text that every database takes.
    byKey: async (key) => (isSiteKey(key) ? find(key, sites.key) : null),
    byId: (id) => find(id, sites.id),
    forget(id) {
      asked.clear();
      for (const [name, { site }] of cache) if (site.id === id) cache.delete(name);
    },
  };
};

/** A key that can stand in a snippet and in a page's address. */
export const isSiteKey = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text);

/**
 * Makes a site with its log. @returns its id, or null when the key is taken
 */
export const createSite = async (
  ctx: Pick<Context, 'database' | 'clock' | 'settings'>,
  given: { key: string; name: string; origins: string[]; settings?: Partial<SiteSettings>; id?: string },
): Promise<string | null> => {
  const now = ctx.clock.now();
  const id = given.id ?? newId(now);
  const [taken] = await ctx.database.read
    .select({ id: sites.id })
    .from(sites)
    .where(eq(sites.key, given.key))
    .limit(1);
  if (taken) return null;
  try {
    await ctx.database.write((tx) => [
      tx.insert(sites).values({
        id,
        key: given.key,
        name: given.name,
        secret: newSecret(),
        origins: given.origins,
        settings: { ...ctx.settings.defaults(), teamName: given.name, ...given.settings },
        createdAt: now,
      }),
      tx.insert(logs).values({ siteId: id, head: 0, oldest: 1 }),
    ]);
  } catch (error) {
    // Somebody made it between the look and the insert.
    if (error instanceof UniqueViolation) return null;
    throw error;
  }
  return id;
};

/**
 * What the site signs its visitors' identities with, for the owner to read: the key of HS256 is this text as UTF-8.
 * @returns null when there is no such site
 */
export const readSiteSecret = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
): Promise<string | null> => {
  const [site] = await ctx.database.read
    .select({ secret: sites.secret })
    .from(sites)
    .where(eq(sites.id, siteId))
    .limit(1);
  return site?.secret ?? null;
};

/** The keys of the first sites, the oldest first: enough to know whether there is one or many. */
export const listSiteKeys = async (ctx: Pick<Context, 'database'>, most = 10): Promise<string[]> => {
  const rows = await ctx.database.read
    .select({ key: sites.key })
    .from(sites)
    .orderBy(asc(sites.createdAt))
    .limit(most);
  return rows.map((row) => row.key);
};
