import type { z } from 'zod';
import type * as schema from '../../../shared/inbox/schema.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { drafts } from '../tables.ts';
import { ownDraft } from '../queries/drafts.ts';

/** Keeps what is half written; nothing written is no draft. */
export const saveDraft = (
  tx: Queries,
  siteId: string,
  conversationId: string,
  staffId: string,
  given: z.infer<typeof schema.saveDraft>,
  now: number,
): Statement =>
  given.body.trim() === ''
    ? tx.delete(drafts).where(ownDraft(siteId, conversationId, staffId))
    : tx
        .insert(drafts)
        .values({ siteId, conversationId, staffId, ...given, at: now })
        .onConflictDoUpdate({
          target: [drafts.siteId, drafts.conversationId, drafts.staffId],
          set: { ...given, at: now },
        });
