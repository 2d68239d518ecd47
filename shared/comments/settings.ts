import { commentSorts, moderationModes } from './options.ts';
import { z } from 'zod';
import { email, line, someLine } from '../core/fields.ts';
import { settingsPart } from '../core/settings.ts';
import { defaultComments } from './defaults.ts';

const word = someLine(80);

/** The rules that make two addresses one page. */
export const pageRules = z.object({
  /** Parameters of an address that tell pages apart: none, all, or the listed. */
  query: z.enum(['ignore', 'keep', 'listed']),
  listed: z.array(word).max(50),
  /** True where `#…` is a page of its own. */
  hash: z.boolean(),
  /** False where `/a` and `/a/` are two pages. */
  ignoreSlash: z.boolean(),
  /** Hosts that are one, the one that is linked to first: `shop.test`. */
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+(?::\d{1,5})?$/)).max(20),
});
export type PageRules = z.infer<typeof pageRules>;

/** Settings of a site's comments. */
export const commentSettings = z.object({
  moderation: z.enum(moderationModes),
  /** Levels that are shown under each other; deeper replies name whom they answer. */
  depth: z.number().int().min(1).max(8),
  sort: z.enum(commentSorts),
  votes: z.enum(['off', 'up', 'both']),
  name: z.enum(['optional', 'required']),
  email: z.enum(['no', 'optional', 'required']),
  /** Pictures that a comment may carry; 0 for none. */
  pictures: z.number().int().min(0).max(8),
  /** Minutes in which a person may change or delete what they wrote. */
  editMinutes: z
    .number()
    .int()
    .min(0)
    .max(24 * 60),
  /** Days after which a page takes no more; 0 for never. */
  closeAfterDays: z.number().int().min(0).max(3_650),
  /** Beginnings of paths whose pages take none: `/legal/`. */
  closedPaths: z.array(z.string().max(200).regex(/^\//)).max(100),
  /** People who hear by mail of every new comment. */
  alert: z.array(email).max(10),
  page: pageRules,
  /** Said above the box, in the site's first language; empty for nothing. */
  note: line(300),
});
export type CommentSettings = z.infer<typeof commentSettings>;

export const commentSettingsPart = settingsPart({
  fields: { comments: commentSettings },
  defaults: () => ({ comments: defaultComments() }),
  switches: { comments: { initial: false, public: false } },
});
