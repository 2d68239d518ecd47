import { assertPresent } from '../../core/assertPresent.ts';
import { readNames } from '../queries/changeNames.ts';
import { commitChange, labelsOn, type Planned } from './changes.ts';
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { ConversationChange } from '../../../shared/inbox/schema.ts';
import type { Context } from '../../context.ts';
import { type ConversationRow, findConversations } from '../../core/conversations/queries/conversations.ts';
import type { RowChange } from '../../core/conversations/writes/changes.ts';
import { decisive } from '../../core/db/database.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import type { StaffMember } from '../../core/people/staff/staff.ts';
import { applyChange, beforeOf, namesOf } from '../change.ts';
import { unmergeConversation } from './unmerging.ts';
import type { Actor, Before } from '../../core/conversations/actions.ts';
import { inboxActions } from '../tables.ts';
import { isUndoable, undoWithin } from '../actions.ts';
import { type Done, findAction } from '../queries/actions.ts';

/** Actions are forgotten after a while, milliseconds; a repeat of one that old is done again. */
const undoRetention = 24 * 3_600_000;

/** Does something to each of some rows, together; what one cannot take does not keep the others from it. */
const each = async (
  ctx: Context,
  rows: ConversationRow[],
  work: (row: ConversationRow) => Promise<ConversationRow>,
): Promise<{ rows: ConversationRow[]; refused: string[] }> => {
  const outcomes = await Promise.allSettled(rows.map(work));
  const done: ConversationRow[] = [];
  const refused: string[] = [];
  for (const [place, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') done.push(outcome.value);
    else if (outcome.reason instanceof Failure && rows.length > 1) {
      refused.push(assertPresent(rows[place], 'each row has an outcome').id);
      ctx.log.info({ code: outcome.reason.code }, 'one of several conversations was not changed');
    } else throw outcome.reason;
  }
  return { rows: done, refused };
};

/**
 * Changes conversations at once and keeps what they were. The same id again changes nothing more.
 * @throws Failure `invalid`, `not_found` when none is there, `conflict` when the id was used for something else
 */
export const act = async (
  ctx: Context,
  siteId: string,
  by: StaffMember,
  given: { id: string; conversations: string[]; change: ConversationChange },
): Promise<Done> => {
  const { id, change } = given;
  const names = await readNames(ctx, siteId, change);
  const wanted = [...new Set(given.conversations)];
  const rows = await findConversations(ctx, siteId, wanted);
  if (!rows.length) throw notFound();
  const known = await findAction(ctx, siteId, id);
  if (known && (known.staffId !== by.id || JSON.stringify(known.change) !== JSON.stringify(change)))
    throw new Failure('conflict', 'This ID has already been used for something else.');
  if (known?.undoneAt != null) throw new Failure('conflict', 'This has already been undone.');
  if (known?.doneAt != null) return { rows, refused: [], undoable: isUndoable(change) };
  const now = ctx.clock.now();
  if (!known) {
    const before: Before[] = [];
    for (const row of rows) {
      const one = beforeOf(row, await labelsOn(ctx, row), change, names, by, now);
      if (one) before.push(one);
    }
    await ctx.database.write((tx) => [
      tx
        .delete(inboxActions)
        .where(and(eq(inboxActions.siteId, siteId), lt(inboxActions.at, now - undoRetention))),
      tx.insert(inboxActions).values({ siteId, id, staffId: by.id, at: now, change, before }),
    ]);
  }
  const done = await each(ctx, rows, (row) => applyChange(ctx, row, change, names, by));
  await ctx.database.write((tx) => [
    tx
      .update(inboxActions)
      .set({ doneAt: ctx.clock.now() })
      .where(and(eq(inboxActions.siteId, siteId), eq(inboxActions.id, id))),
  ]);
  const gone = wanted.filter((one) => !rows.some((row) => row.id === one));
  return { rows: done.rows, refused: [...done.refused, ...gone], undoable: isUndoable(change) };
};

/** Restores what a row was before, as far as nobody has changed it since. */
const stillAsChanged = (row: ConversationRow, before: Before, change: ConversationChange): RowChange => {
  const after: Record<string, unknown> = {
    ...(change.assignee !== undefined && { assigneeId: change.assignee }),
    ...(change.team !== undefined && { teamId: change.team }),
    ...(change.status !== undefined && { status: change.status }),
    ...(change.snooze && { status: 'snoozed', snoozedUntil: change.snooze.until }),
    ...(change.priority !== undefined && { priority: change.priority }),
  };
  const current = row as unknown as Record<string, unknown>;
  const isOthers = Object.entries(after).some(
    ([field, value]) => field in before.row && current[field] !== value,
  );
  return isOthers ? {} : before.row;
};

/** The change that makes a conversation what it was before another; null where nothing of that stands. */
export const planUndo = (
  row: ConversationRow,
  on: ReadonlySet<string>,
  change: ConversationChange,
  was: Before,
  by: Actor,
  now: number,
): Planned | null => {
  const restored = stillAsChanged(row, was, change);
  const added = (was.labelsRemoved ?? []).filter((label) => !on.has(label));
  const removed = (was.labelsAdded ?? []).filter((label) => on.has(label));
  if (!Object.keys(restored).length && !added.length && !removed.length) return null;
  const wakeAt = (restored as Partial<ConversationRow>).snoozedUntil ?? null;
  return {
    row: restored,
    added,
    removed,
    wakeAt: wakeAt !== null && wakeAt > now ? wakeAt : null,
    notices: [{ visibility: 'note', notice: { kind: 'undone', values: namesOf(by) } }],
  };
};

/**
 * Takes an action back: each conversation becomes what it was, unless somebody has changed it since. Doing it again
 * changes nothing.
 * @throws Failure `not_found` when it is not this person's or too long ago, `forbidden` when it cannot be undone
 */
export const undo = async (ctx: Context, siteId: string, by: StaffMember, id: string): Promise<Done> => {
  const action = await findAction(ctx, siteId, id);
  const now = ctx.clock.now();
  if (!action || action.staffId !== by.id || action.at < now - undoWithin) throw notFound();
  const { change, before } = action;
  if (!isUndoable(change))
    throw new Failure('forbidden', 'The visitor has already been told, so this can’t be undone.');
  const rows = await findConversations(
    ctx,
    siteId,
    before.map(({ conversation }) => conversation),
  );
  const first = await ctx.database.write((tx) => [
    decisive(
      tx
        .update(inboxActions)
        .set({ undoneAt: now })
        .where(and(eq(inboxActions.siteId, siteId), eq(inboxActions.id, id), isNull(inboxActions.undoneAt))),
    ),
  ]);
  if (!first) return { rows, refused: [], undoable: false };
  const done = await each(ctx, rows, async (row) => {
    if (change.mergeInto) return row.mergedInto ? unmergeConversation(ctx, row, by) : row;
    const was = assertPresent(
      before.find(({ conversation }) => conversation === row.id),
      'an action kept each conversation’s state',
    );
    const planned = planUndo(row, await labelsOn(ctx, row), change, was, by, now);
    return planned ? commitChange(ctx, row, planned) : row;
  });
  return { ...done, undoable: false };
};
