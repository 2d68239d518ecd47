import type { Rate } from '../../../shared/core/conversations/endSchema.ts';
import {
  faceOf,
  ratingChangeableFor,
  ratingFor,
  type ScaledRating,
} from '../../../shared/core/conversations/ratingScale.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { Failure, notFound } from '../http/failure.ts';
import { changed, ratingAskedEvent, ratingValue } from './changes.ts';
import { type NewNotice, noticeEvent } from './notices.ts';
import { type ConversationRow, findConversation } from './queries/conversations.ts';
import { ratedOn } from './ratedOn.ts';
import { setRating } from './writes/ending.ts';
import { insertNotice } from './writes/notices.ts';

/** The rating of a request on its scale. */
export const scaledOf = ({ rating, scale, value }: Rate): ScaledRating =>
  scale && value !== undefined ? { scale, value } : faceOf(rating ?? 'okay');

/** Whether a conversation's rating can be given, or changed, now. */
export const isRatingOpen = ({ ratedAt, closedAt }: ConversationRow, now: number): boolean =>
  ratedAt === null || now < Math.max(ratedAt, closedAt ?? 0) + ratingChangeableFor;

/**
 * Rates a conversation, in the widget or by email: the last word counts. The same rating again changes nothing.
 * @param given absent words leave those that were written before
 * @throws Failure `conflict` once it cannot be changed any more
 */
export const rateConversation = async (
  ctx: Context,
  row: ConversationRow,
  given: ScaledRating,
  words: string | undefined,
  by: 'widget' | 'mail' = 'widget',
): Promise<void> => {
  const comment = words ?? row.ratingComment ?? '';
  const before = row.rating && ratedOn({ ...row, rating: row.rating });
  const isSame = before?.scale === given.scale && before.value === given.value;
  if (isSame && (row.ratingComment ?? '') === comment) return;
  const now = ctx.clock.now();
  if (!isRatingOpen(row, now)) throw new Failure('conflict', 'This rating can’t be changed any more.');
  const notice: NewNotice = {
    id: newId(now),
    visibility: 'note',
    notice: { kind: 'rated', values: { rating: ratingFor(given), ...given, comment, by } },
  };
  const { applied } = await ctx.database.commit({
    site: row.siteId,
    events: [
      // What it replaces, for reports.
      { ...noticeEvent(row, notice), amount: row.rating === null ? null : ratingValue[row.rating] },
      changed(row),
      // Whoever rates was asked, whatever came first.
      ...(row.ratingAskedAt === null ? [ratingAskedEvent(row, by)] : []),
    ],
    write: (tx, seq) => [setRating(tx, row, given, comment, now), ...insertNotice(tx, row, notice, seq, now)],
  });
  if (applied) return;
  // Rated at the same moment elsewhere: what is replaced is another one now.
  const current = await findConversation(ctx, row.siteId, row.id);
  if (!current) throw notFound();
  return rateConversation(ctx, current, given, words, by);
};
