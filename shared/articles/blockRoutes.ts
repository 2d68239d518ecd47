import type { z } from 'zod';
import { route } from '../core/route.ts';
import type * as schema from './blockSchema.ts';

type BlockReply = z.infer<typeof schema.blockReply>;

export const listArticleBlocks = route<undefined, z.infer<typeof schema.blockList>>(
  'GET',
  '/api/inbox/:site/article-blocks',
);
/** Keeps a block under an id made by the browser; every article that uses it follows. */
export const putArticleBlock = route<z.infer<typeof schema.saveBlock>, BlockReply>(
  'PUT',
  '/api/inbox/:site/article-blocks/:block',
);
/** Refused while an article uses it. */
export const deleteArticleBlock = route<z.infer<typeof schema.removeBlock>, { done: true }>(
  'DELETE',
  '/api/inbox/:site/article-blocks/:block',
);
