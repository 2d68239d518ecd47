import { insertNotice } from '../../core/conversations/writes/notices.ts';
import { ofConversation } from '../../core/conversations/writes/changes.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { ConversationKind } from '../../../shared/core/conversations/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { noticeEvent, type NewNotice } from '../../core/conversations/notices.ts';
import type { ConversationRow } from '../../core/conversations/queries/conversations.ts';
import { conversations } from '../../core/conversations/tables.ts';
import { changed } from '../../core/conversations/changes.ts';
import { decisive } from '../../core/db/database.ts';
import type { Choice, Outcome } from './choose.ts';
import { type Assignment, hasPlace, keepAssignment, stillOffered } from './queries.ts';

const notice = (ctx: Context, kind: NewNotice['notice']['kind'], values: NewNotice['notice']['values']) =>
  ({ id: newId(ctx.clock.now()), visibility: 'note', notice: { kind, values } }) satisfies NewNotice;

/** Assigns a conversation while nobody has it and the person has a place left. @returns false when either changed meanwhile */
export const giveTo = async (
  ctx: Context,
  row: ConversationRow,
  { person, reason }: Choice,
  kinds: ConversationKind[],
): Promise<boolean> => {
  const now = ctx.clock.now();
  const { siteId } = row;
  const line = notice(ctx, 'auto_given', {
    name: person.name,
    nameId: person.id,
    why: reason,
    language: row.language,
    chats: person.load + 1,
    capacity: person.capacity,
  });
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [noticeEvent(row, line), changed(row)],
    write: (tx, seq) => [
      decisive(
        tx
          .update(conversations)
          .set({ assigneeId: person.id, ...(row.promiseAt !== null && { promiseOwnerId: person.id }) })
          .where(
            and(
              ofConversation(siteId, row.id),
              isNull(conversations.assigneeId),
              eq(conversations.status, 'open'),
              eq(conversations.waitingFor, 'staff'),
              hasPlace(tx, siteId, kinds, person, now),
            ),
          ),
      ),
      keepAssignment(tx, { siteId, conversationId: row.id, staffId: person.id, state: 'offered' }, now),
      ...insertNotice(tx, row, line, seq, now),
    ],
  });
  return applied;
};

/** Takes back what somebody did not look at, unless they do at this moment. */
export const takeBack = async (
  ctx: Context,
  offer: Assignment,
  row: ConversationRow,
  outcome: Exclude<Outcome, 'stands' | 'over'>,
  name: string,
  acceptSeconds: number,
): Promise<void> => {
  const now = ctx.clock.now();
  const { siteId, staffId } = offer;
  const line =
    outcome === 'passed'
      ? notice(ctx, 'auto_passed', { name, seconds: acceptSeconds })
      : notice(ctx, 'auto_returned', { name });
  await ctx.database.commit({
    site: siteId,
    events: [noticeEvent(row, line), changed(row)],
    write: (tx, seq) => [
      decisive(stillOffered(tx, offer, outcome, now)),
      decisive(
        tx
          .update(conversations)
          .set({ assigneeId: null, promiseOwnerId: null })
          .where(and(ofConversation(siteId, row.id), eq(conversations.assigneeId, staffId))),
      ),
      ...insertNotice(tx, row, line, seq, now),
    ],
  });
};
