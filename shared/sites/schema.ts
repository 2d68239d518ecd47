import { z } from 'zod';
import { id, instant, someLine } from '../core/fields.ts';
import { roles } from '../core/people/roles.ts';
import { proof } from '../core/people/siteSecret.ts';

/** A site of the person who asks. */
export const ownSite = z.object({
  site: id,
  key: z.string(),
  name: z.string(),
  role: z.enum(roles),
  /** Since when visitors don't find it; null for one that is open. */
  archivedAt: instant.nullable(),
  /** Until when its deletion can be undone; null for one that isn't deleted. */
  undoUntil: instant.nullable(),
});
export type OwnSite = z.infer<typeof ownSite>;

export const ownSites = z.object({
  sites: z.array(ownSite),
  /** Whether the person may make another. */
  mayCreate: z.boolean(),
});
export type OwnSites = z.infer<typeof ownSites>;

export const newSite = z.strictObject({
  id,
  name: someLine(60),
  /** Stands in the snippet and in the addresses of public pages. */
  key: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/),
});
export type NewSite = z.infer<typeof newSite>;

export const archiveBody = z.strictObject({ archived: z.boolean() });

export const deleteBody = z.strictObject({
  /** The site's name, typed. */
  name: z.string().max(200),
  proof,
});
export type DeleteBody = z.infer<typeof deleteBody>;
