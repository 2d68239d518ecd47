import type { SiteSettings } from '../../../shared/siteSettings.ts';
import type { PageLanguage } from './texts.ts';

/** A link that a feature adds to the header or footer of a site's public pages. */
export interface PageLink {
  place: 'top' | 'foot';
  /** Below the site's own address, without a slash before it. */
  path: string;
  label(language: PageLanguage): string;
}

/** A feature's links on public pages, by the site's settings. */
export type PageLinks = (settings: SiteSettings) => readonly PageLink[];
