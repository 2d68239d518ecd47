import type { PublicSettings, SiteSettings } from '../../../../shared/siteSettings.ts';
import type { Settings } from '../../../../shared/core/settings.ts';
import type { Clock } from '../../clock.ts';
import type { PageLinks } from '../../pages/pageLinks.ts';
import type { Database } from '../../db/database.ts';
import { readSiteRow, type SiteName } from './queries.ts';
import { BoundedMap } from '../../boundedMap.ts';
import { isSiteKey, type Site } from './sites.ts';

/** The time a site's row may be reused without looking, milliseconds: another process may change it. */
const freshFor = 2_000;

/** Names (keys and ids) of sites that are cached. */
const maxSites = 10_000;

/** Finds sites by their public key or id; what it found is fresh until somebody changes it, two seconds at the most. */
export interface SiteDirectory {
  /** One that visitors find: no archived one, no deleted one. */
  byKey(key: string): Promise<Site | null>;
  /** One that the team finds: no deleted one. */
  byId(id: string): Promise<Site | null>;
  /** As {@link SiteDirectory.byId}, by the key. */
  archivedToo(key: string): Promise<Site | null>;
  /** To be called when a site's row was changed, here or by another process. */
  forget(id: string): void;
}

export const createSiteDirectory = (ctx: {
  database: Database;
  clock: Clock;
  settings: Settings<SiteSettings, PublicSettings>;
  /** Links of all features on a site's public pages. */
  pageLinks: PageLinks;
}): SiteDirectory => {
  const cache = new BoundedMap<string, { site: Site; until: number }>(maxSites);
  /** Lookups under way: many requests of one moment are for the same site. */
  const asked = new Map<string, Promise<Site | null>>();

  const look = async (name: string, by: SiteName): Promise<Site | null> => {
    const site = await readSiteRow(ctx, name, by);
    if (!site) return null;
    const settings = ctx.settings.complete(site.settings);
    return { ...site, settings, pageLinks: ctx.pageLinks(settings) };
  };
  const find = async (name: string, by: SiteName): Promise<Site | null> => {
    const now = ctx.clock.monotonic();
    const found = cache.get(name);
    if (found && now < found.until) return found.site;
    const known = asked.get(name);
    if (known) return known;
    const looking = look(name, by);
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
    async byKey(key) {
      const site = isSiteKey(key) ? await find(key, 'key') : null;
      return site?.archivedAt == null ? site : null;
    },
    archivedToo: async (key) => (isSiteKey(key) ? find(key, 'key') : null),
    byId: (id) => find(id, 'id'),
    forget(id) {
      asked.clear();
      for (const [name, { site }] of cache) if (site.id === id) cache.delete(name);
    },
  };
};
