import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type * as schema from '../../../shared/inbox/schema.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { cannedReplies } from '../tables.ts';

export const saveReply = (
  tx: Queries,
  siteId: string,
  id: string,
  given: z.infer<typeof schema.saveCannedReply>,
  now: number,
): Statement =>
  tx
    .insert(cannedReplies)
    .values({ siteId, id, ...given, updatedAt: now })
    .onConflictDoUpdate({
      target: [cannedReplies.siteId, cannedReplies.id],
      set: { ...given, updatedAt: now },
    });

export const deleteReply = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(cannedReplies).where(and(eq(cannedReplies.siteId, siteId), eq(cannedReplies.id, id)));
