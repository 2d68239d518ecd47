import { canonicalEmail } from '../../emailAddress.ts';
import { and, eq } from 'drizzle-orm';
import type { ConversationStatus, Rating } from '../../../../shared/core/conversations/schema.ts';
import type { ConversationRow } from '../queries/conversations.ts';
import { conversations } from '../tables.ts';
import { ofConversation } from '../writes/changes.ts';
import type { Queries, Statement } from '../../db/database.ts';
import { visitors } from '../../people/visitors/tables.ts';
import { verifiedIfSame } from '../../people/visitors/writes.ts';

const ofVisitor = (row: ConversationRow) =>
  and(eq(visitors.siteId, row.siteId), eq(visitors.id, row.visitorId));

/** Ends it: nothing is owed any more. */
export const setStatus = (
  tx: Queries,
  row: ConversationRow,
  status: Extract<ConversationStatus, 'closed'>,
  now: number,
): Statement =>
  tx
    .update(conversations)
    .set({ status, closedAt: now, promiseAt: null, promiseOwnerId: null })
    .where(ofConversation(row.siteId, row.id));

export const setRating = (
  tx: Queries,
  row: ConversationRow,
  rating: Rating,
  ratingComment: string,
  now: number,
): Statement =>
  tx
    .update(conversations)
    .set({ rating, ratingComment, ratedAt: now })
    .where(ofConversation(row.siteId, row.id));

export const setEmail = (tx: Queries, row: ConversationRow, email: string): Statement =>
  tx
    .update(visitors)
    .set({ email, emailKey: canonicalEmail(email), emailVerifiedAt: verifiedIfSame(email) })
    // What was signed is not replaced by what is typed.
    .where(and(ofVisitor(row), eq(visitors.emailSigned, false)));

export const blockVisitor = (tx: Queries, row: ConversationRow, blockedAt: number | null): Statement =>
  tx.update(visitors).set({ blockedAt }).where(ofVisitor(row));
