import { and, eq, inArray, isNull, max, ne, sql } from 'drizzle-orm';
import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { attachments } from '../core/content/attachments/tables.ts';
import { insertNotice, type NewNotice, noticeEvent } from '../core/conversations/notices.ts';
import { type ConversationRow, findConversation } from '../core/conversations/queries.ts';
import { conversationLabels, conversations, mentions, messages } from '../core/conversations/tables.ts';
import { changed, ofConversation } from '../core/conversations/changes.ts';
import { decisive, type Queries, type Statement } from '../core/db/database.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import type { StaffMember } from '../core/people/staff/staff.ts';

/*
 * Merging moves the messages, and each keeps where it came from: taking it apart again is the same move back, whenever
 * that is. The row of what was merged stays, shown to nobody, so that a mail, a link or an open tab that knows its id
 * leads to where the conversation goes on.
 */

/** Files stand with the conversation of their message. */
const moveFiles = (tx: Queries, siteId: string, from: string, to: string): Statement =>
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

/** What is brought into a conversation: labels, and who was named in it. */
interface Brought {
  from: string;
  labels: string[];
  mentions: { staffId: string; at: number; seen: boolean }[];
}

const broughtBy = async (ctx: Context, siteId: string, from: string): Promise<Brought> => {
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
const bring = (
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
const takeOut = (tx: Queries, target: ConversationRow, from: string): Statement[] => [
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

const noticeOf = (
  ctx: Context,
  kind: 'merged' | 'unmerged',
  by: StaffMember,
  source: ConversationRow,
): NewNotice => ({
  id: newId(ctx.clock.now()),
  visibility: 'note',
  notice: { kind, values: { by: by.name, name: source.subject, conversation: source.id } },
});

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
  return (await findConversation(ctx, siteId, into))!;
};

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
  const [rest] = await ctx.database.read
    .select({ seq: max(messages.seq), at: max(messages.at) })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, siteId),
        eq(messages.conversationId, target.id),
        eq(messages.visibility, 'public'),
        sql`coalesce(${messages.movedFrom}, '') <> ${source.id}`,
      ),
    );
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
      ...(unseen.length
        ? [
            tx
              .update(mentions)
              .set({ seen: false })
              .where(
                and(
                  eq(mentions.siteId, siteId),
                  eq(mentions.conversationId, source.id),
                  inArray(mentions.staffId, unseen),
                ),
              ),
          ]
        : []),
      // What others brought, too, stays.
      ...stays.flatMap((brought) => bring(tx, target, { ...brought, mentions: [] })),
      // Files first: they are found by where their messages came from.
      tx
        .update(attachments)
        .set({ conversationId: source.id })
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
                    eq(messages.conversationId, target.id),
                    eq(messages.movedFrom, source.id),
                  ),
                ),
            ),
          ),
        ),
      tx
        .update(messages)
        .set({ conversationId: source.id, movedFrom: null })
        .where(
          and(
            eq(messages.siteId, siteId),
            eq(messages.conversationId, target.id),
            eq(messages.movedFrom, source.id),
          ),
        ),
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
  return (await findConversation(ctx, siteId, source.id))!;
};
