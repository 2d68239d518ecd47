import { and, eq } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { ideaReplies, ideaReplyVersions } from '../tables.ts';
import type { ReplyRow } from './queries.ts';

/** Stores a reply; decisive: whether its id was free. */
export const insertReply = (tx: Queries, values: typeof ideaReplies.$inferInsert): Decisive =>
  decisive(tx.insert(ideaReplies).values(values).onConflictDoNothing());

export const updateReply = (
  tx: Queries,
  siteId: string,
  id: string,
  change: Partial<Omit<ReplyRow, 'siteId' | 'id'>>,
): Statement =>
  tx
    .update(ideaReplies)
    .set(change)
    .where(and(eq(ideaReplies.siteId, siteId), eq(ideaReplies.id, id)));

/** Keeps what a reply said before it is changed. */
export const keepReplyVersion = (tx: Queries, values: typeof ideaReplyVersions.$inferInsert): Statement =>
  tx.insert(ideaReplyVersions).values(values);

export const forgetReplyVersions = (tx: Queries, siteId: string, replyId: string): Statement =>
  tx
    .delete(ideaReplyVersions)
    .where(and(eq(ideaReplyVersions.siteId, siteId), eq(ideaReplyVersions.replyId, replyId)));
