import { z } from 'zod';
import { articleTags, isSafeHref, type RichNode, richTags } from './richText.ts';

/** Its name in the OpenAPI document: what holds itself has to be referred to. */
export const richNode: z.ZodType<RichNode> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.object({
        tag: z.enum([...richTags, ...articleTags]),
        href: z.string().refine(isSafeHref).optional(),
        src: z.string().optional(),
        alt: z.string().optional(),
        width: z.number().int().optional(),
        height: z.number().int().optional(),
        kind: z.enum(['note', 'tip', 'warning']).optional(),
        id: z.string().optional(),
        children: z.array(richNode).optional(),
      }),
    ]),
  )
  .meta({ id: 'RichNode' });

export const richText = z.array(richNode);
