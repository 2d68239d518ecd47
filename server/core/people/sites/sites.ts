import type { PageLink } from '../../pages/pageLinks.ts';
import type { SiteSettings } from '../../../../shared/siteSettings.ts';

/** Kind of the event that says that a site's row, or who answers on it, changed: whoever holds the row forgets it. */
export const siteChanged = 'site.changed';

/** Kind of the job that deletes a site for good. */
export const purgeKind = 'site.purge';

export interface Site {
  id: string;
  key: string;
  name: string;
  secret: string;
  previousSecret: string | null;
  previousSecretUntil: number | null;
  origins: string[];
  settings: SiteSettings;
  /** Counts the changes of name, origins and settings. */
  revision: number;
  createdAt: number;
  /** True where its team comes in through its own provider alone, owners excepted. */
  isProviderOnly: boolean;
  /** Since when visitors don't find it; null for one that is open. */
  archivedAt: number | null;
  /** Links of features on its public pages; there when the site comes from the directory. */
  pageLinks?: readonly PageLink[];
}

/** A key that can stand in a snippet and in a page's address. */
export const isSiteKey = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text);
