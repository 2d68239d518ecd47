import type { BreadcrumbList } from 'schema-dts';

/** One step of the way from the front of the help centre to a page. */
export interface Crumb {
  name: string;
  /** Absolute; the last one is the page itself. */
  href: string;
}

/** The way to a page in the words of schema.org. */
export const breadcrumbs = (crumbs: readonly Crumb[]): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ name, href }, place) => ({
    '@type': 'ListItem',
    position: place + 1,
    name,
    item: href,
  })),
});
