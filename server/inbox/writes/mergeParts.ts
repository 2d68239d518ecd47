import type { NewNotice } from '../../core/conversations/notices.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { attachments } from '../../core/content/attachments/tables.ts';
import type { ConversationRow } from '../../core/conversations/queries/conversations.ts';
import { conversationLabels, mentions, messages } from '../../core/conversations/tables.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import type { StaffMember } from '../../core/people/staff/staff.ts';

/** Files stand with the conversation of their message. */
export const moveFiles = (tx: Queries, siteId: string, from: string, to: string): Statement =>
  tx
    .update(attachments)
    .set({ conversationId: to })
    .where(
      and(
        eq(attachments.siteId, siteId),
        inArray(
          attachments.messageId,
          tx
            .select({ id: messages.id })
            .from(messages)
            .where(
              and(eq(messages.siteId, siteId), eq(messages.conversationId, to), eq(messages.movedFrom, from)),
            ),
        ),
      ),
    );

/** The parts of a merged conversation: labels and mentions. */
interface Brought {
  from: string;
  labels: string[];
  mentions: { staffId: string; at: number; seen: boolean }[];
}

export const broughtBy = async (ctx: Context, siteId: string, from: string): Promise<Brought> => {
  const { read } = ctx.database;
  const labels = await read
    .select({ id: conversationLabels.labelId })
    .from(conversationLabels)
    .where(and(eq(conversationLabels.siteId, siteId), eq(conversationLabels.conversationId, from)));
  const named = await read
    .select({ staffId: mentions.staffId, at: mentions.at, seen: mentions.seen })
    .from(mentions)
    .where(and(eq(mentions.siteId, siteId), eq(mentions.conversationId, from)));
  return { from, labels: labels.map(({ id }) => id), mentions: named };
};

/** Puts what was brought beside what is there: labels that it has already are its own. */
export const bring = (
  tx: Queries,
  target: ConversationRow,
  { from, labels, mentions: named }: Brought,
): Statement[] => [
  ...labels.map((labelId) =>
    tx
      .insert(conversationLabels)
      .values({
        siteId: target.siteId,
        conversationId: target.id,
        labelId,
        held: target.held,
        status: target.status,
        promiseAt: target.promiseAt,
        lastMessageAt: target.lastMessageAt,
        movedFrom: from,
      })
      .onConflictDoNothing(),
  ),
  ...named.map(({ staffId, at, seen }) => {
    const put = tx
      .insert(mentions)
      .values({ siteId: target.siteId, conversationId: target.id, staffId, at, seen, movedFrom: from });
    // Who has looked at one of them alone has not seen the other.
    return seen
      ? put.onConflictDoNothing()
      : put.onConflictDoUpdate({
          target: [mentions.siteId, mentions.staffId, mentions.conversationId],
          set: { seen: false },
        });
  }),
];

/** Takes what a conversation brought out of the one that it was merged into. */
export const takeOut = (tx: Queries, target: ConversationRow, from: string): Statement[] => [
  tx
    .delete(conversationLabels)
    .where(
      and(
        eq(conversationLabels.siteId, target.siteId),
        eq(conversationLabels.conversationId, target.id),
        eq(conversationLabels.movedFrom, from),
      ),
    ),
  tx
    .delete(mentions)
    .where(
      and(
        eq(mentions.siteId, target.siteId),
        eq(mentions.conversationId, target.id),
        eq(mentions.movedFrom, from),
      ),
    ),
];

export const noticeOf = (
  ctx: Context,
  kind: 'merged' | 'unmerged',
  by: StaffMember,
  source: ConversationRow,
): NewNotice => ({
  id: newId(ctx.clock.now()),
  visibility: 'note',
  notice: { kind, values: { by: by.name, byId: by.id, name: source.subject, conversation: source.id } },
});
