import { assertPresent } from '../../core/assertPresent.ts';
import { insertNotice } from '../../core/conversations/writes/notices.ts';
import { ofConversation } from '../../core/conversations/writes/changes.ts';
import { and, eq, inArray, max, ne, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { attachments } from '../../core/content/attachments/tables.ts';
import { noticeEvent } from '../../core/conversations/notices.ts';
import { type ConversationRow, findConversation } from '../../core/conversations/queries/conversations.ts';
import { conversations, mentions, messages } from '../../core/conversations/tables.ts';
import { changed } from '../../core/conversations/changes.ts';
import { decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { notFound } from '../../core/http/failure.ts';
import type { StaffMember } from '../../core/people/staff/staff.ts';
import { broughtBy, takeOut, noticeOf, bring } from './mergeParts.ts';

/** The last public message of a conversation, without those that another one brought. */
const lastWithout = async (ctx: Context, siteId: string, targetId: string, sourceId: string) => {
  const [rest] = await ctx.database.read
    .select({ seq: max(messages.seq), at: max(messages.at) })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, siteId),
        eq(messages.conversationId, targetId),
        eq(messages.visibility, 'public'),
        sql`coalesce(${messages.movedFrom}, '') <> ${sourceId}`,
      ),
    );
  return rest;
};

/** Mentions that stay unseen by these people. */
const keepUnseen = (tx: Queries, siteId: string, sourceId: string, staffIds: string[]): Statement =>
  tx
    .update(mentions)
    .set({ seen: false })
    .where(
      and(
        eq(mentions.siteId, siteId),
        eq(mentions.conversationId, sourceId),
        inArray(mentions.staffId, staffIds),
      ),
    );

/** The statements that put messages and files back into the conversation that they came from. */
export const moveBack = (tx: Queries, siteId: string, targetId: string, sourceId: string): Statement[] => [
  // Files first: they are found by where their messages came from.
  tx
    .update(attachments)
    .set({ conversationId: sourceId })
    .where(
      and(
        eq(attachments.siteId, siteId),
        inArray(
          attachments.messageId,
          tx
            .select({ id: messages.id })
            .from(messages)
            .where(
              and(
                eq(messages.siteId, siteId),
                eq(messages.conversationId, targetId),
                eq(messages.movedFrom, sourceId),
              ),
            ),
        ),
      ),
    ),
  tx
    .update(messages)
    .set({ conversationId: sourceId, movedFrom: null })
    .where(
      and(
        eq(messages.siteId, siteId),
        eq(messages.conversationId, targetId),
        eq(messages.movedFrom, sourceId),
      ),
    ),
];

/**
 * Takes a merged conversation out again, with the messages that it brought; what was said since stays where it was
 * said.
 * @returns it, open
 * @throws Failure `not_found` when it is not merged
 */
export const unmergeConversation = async (
  ctx: Context,
  source: ConversationRow,
  by: StaffMember,
): Promise<ConversationRow> => {
  const target = source.mergedInto ? await findConversation(ctx, source.siteId, source.mergedInto) : null;
  if (!target) throw notFound();
  const { siteId } = source;
  const now = ctx.clock.now();
  const notice = noticeOf(ctx, 'unmerged', by, source);
  const others = await ctx.database.read
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, siteId),
        eq(conversations.visitorId, source.visitorId),
        eq(conversations.mergedInto, target.id),
        ne(conversations.id, source.id),
      ),
    );
  // Who has not looked since has not looked at what they are named in either.
  const unseen = (await broughtBy(ctx, siteId, target.id)).mentions
    .filter(({ seen }) => !seen)
    .map(({ staffId }) => staffId);
  const stays = await Promise.all(others.map(({ id }) => broughtBy(ctx, siteId, id)));
  const rest = await lastWithout(ctx, siteId, target.id, source.id);
  await ctx.database.commit({
    site: siteId,
    events: [noticeEvent(target, notice), changed(target), { ...changed(source), audience: 'staff' }],
    write: (tx, seq) => [
      decisive(
        tx
          .update(conversations)
          .set({ mergedInto: null, status: 'open', closedAt: null })
          .where(and(ofConversation(siteId, source.id), eq(conversations.mergedInto, target.id))),
      ),
      ...takeOut(tx, target, source.id),
      ...(unseen.length ? [keepUnseen(tx, siteId, source.id, unseen)] : []),
      // What others brought, too, stays.
      ...stays.flatMap((brought) => bring(tx, target, { ...brought, mentions: [] })),
      ...moveBack(tx, siteId, target.id, source.id),
      ...(rest?.seq != null && rest.at != null
        ? [
            tx
              .update(conversations)
              .set({ lastSeq: Number(rest.seq), lastMessageAt: Number(rest.at) })
              .where(ofConversation(siteId, target.id)),
          ]
        : []),
      ...insertNotice(tx, target, notice, seq, now),
    ],
  });
  return assertPresent(await findConversation(ctx, siteId, source.id), 'it was just written');
};
