import type { Done } from '../conversations/schema.ts';
import { route } from '../route.ts';
import type * as schema from './schema.ts';

export const listModerated = route<undefined, schema.QueueReply, schema.QueueQuery>(
  'GET',
  '/api/inbox/:site/moderation',
);
export const decideModerated = route<schema.DecideItems, schema.DecidedItems>(
  'POST',
  '/api/inbox/:site/moderation/decisions',
);
export const listBlocks = route<undefined, schema.BlockList>('GET', '/api/inbox/:site/moderation/blocks');
export const postBlock = route<schema.AddBlock, schema.BlockReply>(
  'POST',
  '/api/inbox/:site/moderation/blocks',
);
export const deleteBlock = route<undefined, { done: true }>(
  'DELETE',
  '/api/inbox/:site/moderation/blocks/:block',
);
/** The outcome of the rules for a text. */
export const tryModeration = route<schema.TryText, schema.TriedText>(
  'POST',
  '/api/inbox/:site/moderation/try',
);

/** Visitors, with `Authorization: Bearer <visitor secret>`. */
export const postItemReport = route<schema.ReportBody, Done>('POST', '/api/sites/:site/moderation/reports');
