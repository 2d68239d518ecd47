import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type * as schema from '../../../shared/inbox/schema.ts';
import { conversationLabels, labels } from '../../core/conversations/tables.ts';
import type { Queries, Statement } from '../../core/db/database.ts';

export const saveLabel = (
  tx: Queries,
  siteId: string,
  id: string,
  given: z.infer<typeof schema.saveLabel>,
  now: number,
): Statement =>
  tx
    .insert(labels)
    .values({ siteId, id, ...given, createdAt: now })
    .onConflictDoUpdate({ target: [labels.siteId, labels.id], set: given });

export const deleteLabel = (tx: Queries, siteId: string, id: string): Statement[] => [
  tx
    .delete(conversationLabels)
    .where(and(eq(conversationLabels.siteId, siteId), eq(conversationLabels.labelId, id))),
  tx.delete(labels).where(and(eq(labels.siteId, siteId), eq(labels.id, id))),
];
