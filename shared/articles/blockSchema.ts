import { z } from 'zod';
import { id, instant, language, prose } from '../core/fields.ts';

/** Longest text of a block, UTF-16 code units. */
export const longestBlock = 10_000;
/** Blocks of one site at the most. */
export const maxBlocks = 500;
/** Articles that are listed of those that use a block. */
export const maxUses = 50;

const namePattern = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,58}[\\p{L}\\p{M}\\p{N}])?';

/** The pattern of a reference to a block, in the Markdown of an article: `{{block:returns}}`. */
export const blockReference = `\\{\\{block:(${namePattern})\\}\\}`;

/** The name that articles refer to a block by: letters and digits of any script, and hyphens. It never changes. */
export const blockName = z.string().regex(new RegExp(`^${namePattern}$`, 'u'));

/** Texts of a block by language. */
const blockTexts = z
  .record(language, prose(longestBlock))
  .refine((texts) => Object.keys(texts).length <= 20, { params: { code: 'too_long' } });

export const saveBlock = z.strictObject({
  /** 0 for a new one. */
  revision: z.number().int().min(0),
  name: blockName,
  texts: blockTexts,
});
export const removeBlock = z.strictObject({ revision: z.number().int().min(1) });

/** A text that many articles hold, kept once. */
export const articleBlock = z.object({
  id,
  name: z.string(),
  texts: z.record(language, z.string()),
  revision: z.number().int(),
  changedAt: instant,
  /** The last author; empty where they are no longer known. */
  changedBy: z.string(),
  /** Articles that use it, in their draft or in what readers have. */
  uses: z.number().int(),
  /** The first of them. */
  usedIn: z.array(z.object({ id, title: z.string() })),
});
export type ArticleBlock = z.infer<typeof articleBlock>;

export const blockList = z.object({ blocks: z.array(articleBlock) });
export const blockReply = z.object({ block: articleBlock });
