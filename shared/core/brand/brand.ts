/** Pictures that a site shows as its own, with the box each is written into, in pixels. */
export const brandBoxes = {
  /** In the header of pages and mails, at a quarter of these. */
  logo: { width: 960, height: 160, fit: 'inside' },
  /** The same for dark backgrounds. */
  logoDark: { width: 960, height: 160, fit: 'inside' },
  /** In tabs, bookmarks and on home screens. */
  icon: { width: 192, height: 192, fit: 'contain' },
  /** Beside a link that somebody shares. */
  share: { width: 1_200, height: 630, fit: 'cover' },
} as const;

export const brandKinds = [
  'logo',
  'logoDark',
  'icon',
  'share',
] as const satisfies (keyof typeof brandBoxes)[];
export type BrandKind = (typeof brandKinds)[number];

export const maxHeaderLinks = 6;
export const maxFooterLinks = 12;

/** The look of a site that has none of its own. */
export const noBrand = () => ({
  logo: null,
  logoDark: null,
  icon: null,
  share: null,
  showName: false,
  headerLinks: [],
  footerLinks: [],
});

/** The links that pages of a language show. */
export const linksFor = <Link extends { language: string }>(links: readonly Link[], tag: string): Link[] =>
  links.filter((link) => link.language === '' || link.language === tag);
