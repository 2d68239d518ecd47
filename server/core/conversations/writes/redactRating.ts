import { and, eq } from 'drizzle-orm';
import type { Removed } from '../../../../shared/core/conversations/schema.ts';
import type { Context } from '../../../context.ts';
import { planJob } from '../../jobs/queries.ts';
import { emptyReplays } from '../../people/tokens/writes/replays.ts';
import { changed } from '../changes.ts';
import { forgetMessage } from '../messageCache.ts';
import type { ConversationRow } from '../queries/conversations.ts';
import { conversations, messages } from '../tables.ts';
import { scrubJobKind } from './scrubJob.ts';

type MessageRow = typeof messages.$inferSelect;

/** The visitor's words in a rating, where a message has such. */
export const ratingCommentOf = ({ system }: Pick<MessageRow, 'system'>): string =>
  system?.kind === 'rated' ? String(system.values['comment'] ?? '') : '';

/** Takes away what a visitor wrote with a rating: the rating itself stays, and stays counted. */
export const removeRatingComment = async (
  ctx: Context,
  row: ConversationRow,
  message: MessageRow,
  by: Pick<Removed, 'by' | 'name'>,
): Promise<void> => {
  const { siteId } = row;
  const { system } = message;
  const comment = ratingCommentOf(message);
  if (!system || !comment) return;
  const now = ctx.clock.now();
  await ctx.database.commit({
    site: siteId,
    events: [{ ...changed(row, 'message.changed', message.id), audience: 'staff' }],
    write: (tx) => [
      tx
        .update(messages)
        .set({
          system: { ...system, values: { ...system.values, comment: '' } },
          removed: { ...by, what: 'message' },
        })
        .where(and(eq(messages.siteId, siteId), eq(messages.id, message.id))),
      tx
        .update(conversations)
        .set({ ratingComment: null })
        .where(
          and(
            eq(conversations.siteId, siteId),
            eq(conversations.id, row.id),
            eq(conversations.ratingComment, comment),
          ),
        ),
      ...ctx.personalData.flatMap(({ redact }) => redact?.(tx, siteId, message.id, 'message') ?? []),
      emptyReplays(tx, siteId),
      planJob(tx, siteId, { kind: scrubJobKind, key: `${message.id} ${now}`, payload: {}, runAt: now }, now),
    ],
    committed: () => forgetMessage(ctx, siteId, message.id),
  });
};
