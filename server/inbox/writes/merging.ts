import { assertPresent } from '../../core/assertPresent.ts';
import { insertNotice } from '../../core/conversations/writes/notices.ts';
import { ofConversation } from '../../core/conversations/writes/changes.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { noticeEvent } from '../../core/conversations/notices.ts';
import { type ConversationRow, findConversation } from '../../core/conversations/queries/conversations.ts';
import { conversations, mentions, messages } from '../../core/conversations/tables.ts';
import { changed } from '../../core/conversations/changes.ts';
import { decisive } from '../../core/db/database.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import type { StaffMember } from '../../core/people/staff/staff.ts';
import { moveFiles, broughtBy, noticeOf, bring } from './mergeParts.ts';

/**
 * Puts all messages of a conversation into another one of the same visitor. Doing it again changes nothing.
 * @returns the conversation that they are in now
 * @throws Failure `invalid` when it is another visitor's, or was merged itself
 */
export const mergeConversation = async (
  ctx: Context,
  source: ConversationRow,
  into: string,
  by: StaffMember,
): Promise<ConversationRow> => {
  const target = await findConversation(ctx, source.siteId, into);
  if (!target) throw notFound();
  if (source.mergedInto === into) return target;
  if (source.id === into || source.visitorId !== target.visitorId || source.mergedInto || target.mergedInto)
    throw new Failure('invalid', 'Only two conversations of one visitor can be merged.', {
      fields: { mergeInto: 'not_allowed' },
    });
  const now = ctx.clock.now();
  const { siteId } = source;
  const notice = noticeOf(ctx, 'merged', by, source);
  const brought = await broughtBy(ctx, siteId, source.id);
  const isNewer = source.lastSeq > target.lastSeq;
  const owed =
    source.promiseAt !== null && (target.promiseAt === null || source.promiseAt < target.promiseAt);
  await ctx.database.commit({
    site: siteId,
    events: [noticeEvent(target, notice), changed(target), { ...changed(source), audience: 'staff' }],
    write: (tx, seq) => [
      decisive(
        tx
          .update(conversations)
          .set({
            mergedInto: into,
            status: 'closed',
            held: false,
            snoozedUntil: null,
            promiseAt: null,
            closedAt: now,
          })
          .where(and(ofConversation(siteId, source.id), isNull(conversations.mergedInto))),
      ),
      tx
        .update(messages)
        .set({ conversationId: into, movedFrom: sql`coalesce(${messages.movedFrom}, ${source.id})` })
        .where(and(eq(messages.siteId, siteId), eq(messages.conversationId, source.id))),
      moveFiles(tx, siteId, source.id, into),
      // Before the row: triggers carry its change on to its labels.
      ...bring(tx, target, brought),
      tx
        .update(mentions)
        .set({ seen: true })
        .where(and(eq(mentions.siteId, siteId), eq(mentions.conversationId, source.id))),
      tx
        .update(conversations)
        .set({
          ...(isNewer && {
            lastSeq: source.lastSeq,
            lastMessageAt: source.lastMessageAt,
            preview: source.preview,
          }),
          ...(source.waitingFor === 'staff' &&
            source.status !== 'closed' && { waitingFor: 'staff' as const }),
          ...(source.status === 'open' && { status: 'open' as const, closedAt: null, snoozedUntil: null }),
          ...(owed && { promiseAt: source.promiseAt, promiseMadeAt: source.promiseMadeAt }),
          assigneeId: target.assigneeId ?? source.assigneeId,
          visitorSeen: Math.max(target.visitorSeen, source.visitorSeen),
          // What nobody has seen of either is new.
          staffSeen: Math.min(
            source.staffSeen < source.lastSeq ? source.staffSeen : target.staffSeen,
            target.staffSeen,
          ),
        })
        .where(ofConversation(siteId, into)),
      ...insertNotice(tx, target, notice, seq, now),
    ],
  });
  return assertPresent(await findConversation(ctx, siteId, into), 'it was just written');
};
