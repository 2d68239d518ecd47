import { z } from 'zod';
import { isSafeHref, type RichNode, richTags } from './richText.ts';

/** Its name in the OpenAPI document: what holds itself has to be referred to. */
export const richNode: z.ZodType<RichNode> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.object({
        tag: z.enum(richTags),
        href: z.string().refine(isSafeHref).optional(),
        children: z.array(richNode).optional(),
      }),
    ]),
  )
  .meta({ id: 'RichNode' });

export const richText = z.array(richNode);
