import { z } from 'zod';
import { brandKinds, maxFooterLinks, maxHeaderLinks } from './brand.ts';
import { id, language, line, someLine, longest } from '../fields.ts';

/** A picture that was sent for the site and written anew; sizes in pixels. */
export const brandImage = z.object({
  id,
  width: z.number().int().min(1).max(2_000),
  height: z.number().int().min(1).max(2_000),
});
export type BrandImage = z.infer<typeof brandImage>;

/** An address that the owner's link may lead to: a web page or an email address. */
const linkHref = line(longest.url).regex(/^(?:https?:\/\/|mailto:)[^\s]+$/i);

/** A link of the owner's in the header or footer of public pages. */
export const brandLink = z.object({
  label: someLine(40),
  href: linkHref,
  /** The language whose pages show it; empty for all. */
  language: language.or(z.literal('')),
});
export type BrandLink = z.infer<typeof brandLink>;

/** The site's own look on public pages and in mails. */
export const brand = z.object({
  logo: brandImage.nullable(),
  logoDark: brandImage.nullable(),
  icon: brandImage.nullable(),
  share: brandImage.nullable(),
  /** Whether the site's name stands beside the logo. */
  showName: z.boolean(),
  headerLinks: z.array(brandLink).max(maxHeaderLinks),
  footerLinks: z.array(brandLink).max(maxFooterLinks),
});
export type Brand = z.infer<typeof brand>;

export const brandUpload = z.strictObject({ id, kind: z.enum(brandKinds) });
export type BrandUpload = z.infer<typeof brandUpload>;

export const brandImageReply = z.object({ image: brandImage });
export type BrandImageReply = z.infer<typeof brandImageReply>;

/** Most bytes of a picture that is sent for a site. */
export const maxBrandBytes = 5 * 1024 * 1024;
