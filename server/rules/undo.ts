import type { Context } from '../context.ts';
import type { Actor } from '../core/conversations/actions.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { changeOf } from './changeOf.ts';
import { findRun, type RunRow } from './queries.ts';
import { settleUndo } from './writes.ts';

/** Whether a firing changed something that can be taken back. What was said or told can't be. */
export const isUndoable = ({ state, before }: Pick<RunRow, 'state' | 'before'>): boolean =>
  before !== null && (state === 'done' || state === 'part');

/**
 * Takes back what a firing changed, as far as nobody has changed it since. Doing it again changes nothing.
 * @throws Failure `not_found`, `forbidden` where it changed nothing
 */
export const undoRun = async (ctx: Context, siteId: string, by: Actor, id: string): Promise<void> => {
  const run = await findRun(ctx, siteId, id);
  const row = run && (await findConversation(ctx, siteId, run.conversationId));
  if (!run || !row || !ctx.conversationActions) throw notFound();
  if (run.state === 'undone') return;
  if (!isUndoable(run) || !run.before) throw new Failure('forbidden', 'There’s nothing here to undo.');
  const change = changeOf(run.actions, run.at);
  // As it was set, whatever the clock said when it was done.
  if (change.snooze) change.snooze = { until: row.snoozedUntil };
  await ctx.conversationActions.undo(row, change, run.before, by, {
    write: (tx) => [settleUndo(tx, run)],
  });
};
