import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { assertPresent } from '../../core/assertPresent.ts';
import { attachments } from '../../core/content/attachments/tables.ts';
import { changed } from '../../core/conversations/changes.ts';
import { previewOf } from '../../core/conversations/messages.ts';
import { type NewNotice, noticeEvent } from '../../core/conversations/notices.ts';
import { type ConversationRow, findConversation } from '../../core/conversations/queries/conversations.ts';
import { findMessages, listMessages } from '../../core/conversations/queries/messages.ts';
import { conversations, messages } from '../../core/conversations/tables.ts';
import { conflict } from '../../core/conversations/writes/addMessage.ts';
import { ofConversation } from '../../core/conversations/writes/changes.ts';
import { insertNotice } from '../../core/conversations/writes/notices.ts';
import { decisive } from '../../core/db/database.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { fingerprint } from '../../core/people/secrets.ts';
import type { StaffMember } from '../../core/people/staff/staff.ts';
import { mergeConversation } from './merging.ts';
import { moveBack } from './unmerging.ts';

type MessageRow = typeof messages.$inferSelect;

/** The state that a conversation's messages leave it in. */
const stateOf = (row: ConversationRow, own: readonly MessageRow[]) => {
  const said = own.filter(({ visibility, authorKind }) => visibility === 'public' && authorKind !== 'system');
  const last = assertPresent(said.at(-1), 'a conversation has something said in it');
  const waitingFor = last.authorKind === 'visitor' ? ('staff' as const) : ('visitor' as const);
  const isOwed = waitingFor === 'staff' && row.status !== 'closed';
  return {
    waitingFor,
    preview: previewOf(last.rich, last.attachments ?? []),
    lastSeq: last.seq,
    lastMessageAt: last.at,
    promiseAt: isOwed ? row.promiseAt : null,
    promiseOwnerId: isOwed ? row.promiseOwnerId : null,
  };
};

const isSaid = ({ visibility, authorKind }: MessageRow): boolean =>
  visibility === 'public' && authorKind !== 'system';

/** The messages that go and those that stay. @throws Failure `invalid` where nothing would be left on either side */
const cutAt = async (ctx: Context, row: ConversationRow, from: string) => {
  const [first] = await findMessages(ctx, row.siteId, [from]);
  if (!first || first.conversationId !== row.id || row.mergedInto) throw notFound();
  const goes = await ctx.database.read
    .select()
    .from(messages)
    .where(
      and(eq(messages.siteId, row.siteId), eq(messages.conversationId, row.id), gte(messages.seq, first.seq)),
    )
    .orderBy(asc(messages.seq));
  const stays = (await listMessages(ctx, row.siteId, row.id, true)).filter(({ seq }) => seq < first.seq);
  if (!goes.some(isSaid) || !stays.some(isSaid))
    throw new Failure('invalid', 'Split from a later message.', { fields: { message: 'not_allowed' } });
  return { first, goes, stays };
};

const noticeOf = (
  ctx: Context,
  kind: 'split_off' | 'split_from',
  by: StaffMember,
  other: { id: string; subject: string },
): NewNotice => ({
  id: newId(ctx.clock.now()),
  visibility: 'note',
  notice: { kind, values: { by: by.name, byId: by.id, name: other.subject, conversation: other.id } },
});

/**
 * Makes a conversation of its own of the messages from one on; both name each other. The same id again changes nothing.
 * @throws Failure `invalid`, `not_found`, `conflict`
 */
export const splitConversation = async (
  ctx: Context,
  row: ConversationRow,
  given: { id: string; message: string },
  by: StaffMember,
): Promise<ConversationRow> => {
  const { siteId } = row;
  const before = await findConversation(ctx, siteId, given.id);
  if (before) {
    if (before.splitFrom !== row.id) throw conflict();
    return before;
  }
  const { first, goes, stays } = await cutAt(ctx, row, given.message);
  const now = ctx.clock.now();
  const made: ConversationRow = {
    ...row,
    ...stateOf(row, goes),
    id: given.id,
    splitFrom: row.id,
    fingerprint: fingerprint('split', row.id, given.message),
    createdAt: now,
    firstReplyAt: null,
    rating: null,
    ratingScale: null,
    ratingValue: null,
    ratingComment: null,
    ratedAt: null,
    ratingAskedAt: null,
    questionId: null,
    publicPath: null,
    intake: null,
  };
  const off = noticeOf(ctx, 'split_off', by, made);
  const from = noticeOf(ctx, 'split_from', by, row);
  const ids = goes.map(({ id }) => id);
  await ctx.database.commit({
    site: siteId,
    events: [noticeEvent(row, off), noticeEvent(made, from), changed(row), changed(made)],
    write: (tx, seq) => [
      decisive(tx.insert(conversations).values(made).onConflictDoNothing()),
      tx
        .update(messages)
        .set({ conversationId: made.id, movedFrom: row.id })
        .where(
          and(eq(messages.siteId, siteId), eq(messages.conversationId, row.id), gte(messages.seq, first.seq)),
        ),
      tx
        .update(attachments)
        .set({ conversationId: made.id })
        .where(and(eq(attachments.siteId, siteId), inArray(attachments.messageId, ids))),
      tx.update(conversations).set(stateOf(row, stays)).where(ofConversation(siteId, row.id)),
      ...insertNotice(tx, row, off, seq, now),
      ...insertNotice(tx, made, from, seq + 1, now),
    ],
  });
  return assertPresent(await findConversation(ctx, siteId, made.id), 'it was just written');
};

/**
 * Puts what was split off back, with what was said in it since.
 * @returns the conversation that all of it is in now
 * @throws Failure `not_found` where it was not split from one that is there
 */
export const undoSplit = async (
  ctx: Context,
  row: ConversationRow,
  by: StaffMember,
): Promise<ConversationRow> => {
  const target = row.splitFrom ? await findConversation(ctx, row.siteId, row.splitFrom) : null;
  if (!target) throw notFound();
  await ctx.database.write((tx) => moveBack(tx, row.siteId, row.id, target.id));
  return mergeConversation(ctx, row, target.mergedInto ?? target.id, by);
};
