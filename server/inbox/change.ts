import { assertPresent } from '../core/assertPresent.ts';
import type { RowChange } from '../core/conversations/writes/changes.ts';
import type { Notice } from '../../shared/core/conversations/schema.ts';
import type { ConversationChange } from '../../shared/inbox/schema.ts';
import type { Context } from '../context.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import { notFound } from '../core/http/failure.ts';
import type { Actor, Before } from '../core/conversations/actions.ts';
import type { StaffMember } from '../core/people/staff/staff.ts';
import { mergeConversation } from './writes/merging.ts';
import type { Names } from './queries/changeNames.ts';
import { labelsOn, commitChange, type Planned } from './writes/changes.ts';

/** The author of a change as a thread's lines name them. */
export const namesOf = (by: Actor): Notice['values'] =>
  by.isRule ? { by: by.name, rule: by.id } : { by: by.name, byId: by.id };

/** The change of a conversation beyond what it is already, with the lines of its thread that say so. */
export const planChange = (
  row: ConversationRow,
  own: ReadonlySet<string>,
  change: ConversationChange,
  names: Names,
  by: Actor,
  now: number,
): Planned => {
  const planned: Planned = { row: {}, notices: [], added: [], removed: [], wakeAt: null };
  const addNotice = (
    kind: Notice['kind'],
    values: Notice['values'] = {},
    visibility: 'public' | 'note' = 'note',
  ) => {
    planned.notices.push({ visibility, notice: { kind, values: { ...namesOf(by), ...values } } });
  };
  const set = (more: RowChange): void => void Object.assign(planned.row, more);
  const { assignee, team, status, snooze, held, priority, promiseAt } = change;

  if (assignee !== undefined && assignee !== row.assigneeId) {
    set({ assigneeId: assignee, ...(row.promiseAt !== null && { promiseOwnerId: assignee }) });
    if (assignee === null) addNotice('given_back');
    else if (assignee === by.id) addNotice('taken');
    else addNotice('given', { name: names.assignee, nameId: assignee });
  }
  if (team !== undefined && team !== row.teamId) {
    set({ teamId: team });
    if (team === null) addNotice('team_unset', { name: names.team });
    else addNotice('team_set', { name: names.team, teamId: team });
  }
  if (held === false && row.held) {
    set({ held: false });
    addNotice('let_in');
  }
  if (status === 'closed' && row.status !== 'closed') {
    set({
      status,
      closedAt: now,
      promiseAt: null,
      promiseOwnerId: null,
      snoozedUntil: null,
      // What was looked at and closed is not held any more.
      held: false,
    });
    addNotice('closed');
  }
  if (status === 'open' && row.status !== 'open') {
    set({ status, closedAt: null, snoozedUntil: null });
    addNotice('reopened');
  }
  if (snooze && (row.status !== 'snoozed' || row.snoozedUntil !== snooze.until)) {
    set({ status: 'snoozed', snoozedUntil: snooze.until, closedAt: null });
    planned.wakeAt = snooze.until;
    addNotice('snoozed', snooze.until === null ? {} : { until: snooze.until });
  }
  if (priority !== undefined && priority !== row.priority) {
    set({ priority });
    addNotice('priority_set', { priority });
  }
  if (promiseAt !== undefined && promiseAt !== row.promiseAt) {
    set({ promiseAt, promiseMadeAt: now, promiseOwnerId: row.assigneeId });
    addNotice(
      'promise_moved',
      { at: promiseAt, ...(row.promiseAt !== null && { before: row.promiseAt }) },
      'public',
    );
  }
  for (const id of new Set(change.addLabels ?? []))
    if (!own.has(id)) {
      planned.added.push(id);
      addNotice('labelled', { name: assertPresent(names.labels.get(id), 'labels were checked before') });
    }
  for (const id of new Set(change.removeLabels ?? []))
    if (own.has(id)) {
      planned.removed.push(id);
      addNotice('unlabelled', { name: names.labels.get(id) ?? '' });
    }
  return planned;
};

/** The parts of a conversation that a change would change, as they are before; null when it changes nothing. */
export const beforeOf = (
  row: ConversationRow,
  own: ReadonlySet<string>,
  change: ConversationChange,
  names: Names,
  by: Actor,
  now: number,
): Before | null => {
  if (change.mergeInto) return { conversation: row.id, row: {} };
  const planned = planChange(row, own, change, names, by, now);
  const fields = Object.keys(planned.row) as (keyof ConversationRow)[];
  if (!fields.length && !planned.added.length && !planned.removed.length) return null;
  return {
    conversation: row.id,
    row: Object.fromEntries(fields.map((field) => [field, row[field] as Before['row'][string]])),
    ...(planned.added.length && { labelsAdded: planned.added }),
    ...(planned.removed.length && { labelsRemoved: planned.removed }),
  };
};

/**
 * Changes one conversation. What it is already is not changed and not said again, so that the same change twice is
 * one.
 * @throws Failure `invalid`, `not_found`
 */
export const applyChange = async (
  ctx: Context,
  row: ConversationRow,
  change: ConversationChange,
  names: Names,
  by: StaffMember,
): Promise<ConversationRow> => {
  if (change.mergeInto) return mergeConversation(ctx, row, change.mergeInto, by);
  if (row.mergedInto) throw notFound();
  const planned = planChange(row, await labelsOn(ctx, row), change, names, by, ctx.clock.now());
  if (!planned.notices.length) return row;
  return commitChange(ctx, row, {
    ...planned,
    ...(change.assignee === null && row.assigneeId !== null && { givenBackBy: row.assigneeId }),
  });
};
