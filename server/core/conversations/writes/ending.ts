import { canonicalEmail } from '../../emailAddress.ts';
import { and, type AnyColumn, eq, isNull, type SQL } from 'drizzle-orm';
import { ratingFor, type ScaledRating } from '../../../../shared/core/conversations/ratingScale.ts';
import type { ConversationStatus } from '../../../../shared/core/conversations/schema.ts';
import type { ConversationRow } from '../queries/conversations.ts';
import { conversations } from '../tables.ts';
import { ofConversation } from '../writes/changes.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../db/database.ts';
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

const unchanged = <Value>(column: AnyColumn, before: Value | null): SQL =>
  before === null ? isNull(column) : eq(column, before);

/** Keeps a rating. It decides: it takes the place of the one that its writer has seen, or of none. */
export const setRating = (
  tx: Queries,
  row: ConversationRow,
  given: ScaledRating,
  ratingComment: string,
  now: number,
): Decisive =>
  decisive(
    tx
      .update(conversations)
      .set({
        rating: ratingFor(given),
        ratingScale: given.scale,
        ratingValue: given.value,
        ratingComment,
        ratedAt: row.ratedAt ?? now,
        ratingAskedAt: row.ratingAskedAt ?? now,
      })
      .where(
        and(
          ofConversation(row.siteId, row.id),
          unchanged(conversations.rating, row.rating),
          unchanged(conversations.ratingAskedAt, row.ratingAskedAt),
        ),
      ),
  );

/** Marks that the visitor was asked for a rating, unless they were before. */
export const setRatingAsked = (tx: Queries, row: ConversationRow, now: number): Statement =>
  tx
    .update(conversations)
    .set({ ratingAskedAt: now })
    .where(and(ofConversation(row.siteId, row.id), isNull(conversations.ratingAskedAt)));

export const setEmail = (tx: Queries, row: ConversationRow, email: string): Statement =>
  tx
    .update(visitors)
    .set({ email, emailKey: canonicalEmail(email), emailVerifiedAt: verifiedIfSame(email) })
    // What was signed is not replaced by what is typed.
    .where(and(ofVisitor(row), eq(visitors.emailSigned, false)));

export const blockVisitor = (tx: Queries, row: ConversationRow, blockedAt: number | null): Statement =>
  tx.update(visitors).set({ blockedAt }).where(ofVisitor(row));
