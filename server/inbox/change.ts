import { and, eq, inArray } from 'drizzle-orm';
import type { Notice } from '../../shared/core/conversations/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import type { ConversationChange } from '../../shared/inbox/schema.ts';
import type { Context } from '../context.ts';
import { insertNotice, type NewNotice, noticeEvent } from '../core/conversations/notices.ts';
import { type ConversationRow, findConversation } from '../core/conversations/queries.ts';
import { conversationLabels, conversations, labels } from '../core/conversations/tables.ts';
import { changed, letInEvent, ofConversation, type RowChange } from '../core/conversations/changes.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { StaffMember } from '../core/people/staff/staff.ts';
import { memberships, staff, teams } from '../core/people/staff/tables.ts';
import { keepAssignment } from './assign/queries.ts';
import { mergeConversation } from './merge.ts';
import type { Before } from './tables.ts';

/** A conversation is put aside for so long at the most, milliseconds. */
const longestSnooze = 366 * 24 * 3_600_000;

const refuse = (field: string, message: string): Failure =>
  new Failure('invalid', message, { fields: { [field]: 'not_allowed' } });

/** Names of what a change points at, all of this site. */
interface Names {
  assignee: string;
  team: string;
  labels: Map<string, string>;
}

/**
 * Reads what a change points at.
 * @throws Failure `invalid` when a person, a team or a label is not the site's, or a time is none
 */
export const readNames = async (ctx: Context, siteId: string, change: ConversationChange): Promise<Names> => {
  const { read } = ctx.database;
  const now = ctx.clock.now();
  const { assignee, team, snooze, promiseAt } = change;
  const [person] = assignee
    ? await read
        .select({ name: staff.name })
        .from(memberships)
        .innerJoin(staff, eq(staff.id, memberships.staffId))
        .where(and(eq(memberships.siteId, siteId), eq(memberships.staffId, assignee)))
    : [];
  if (assignee && !person) throw refuse('assignee', 'This person isn’t on this site.');
  const [group] = team
    ? await read
        .select({ name: teams.name })
        .from(teams)
        .where(and(eq(teams.siteId, siteId), eq(teams.id, team)))
    : [];
  if (team && !group) throw refuse('team', 'This site has no such team.');
  const wanted = [...(change.addLabels ?? []), ...(change.removeLabels ?? [])];
  const known = wanted.length
    ? await read
        .select({ id: labels.id, name: labels.name })
        .from(labels)
        .where(and(eq(labels.siteId, siteId), inArray(labels.id, wanted)))
    : [];
  const byId = new Map(known.map(({ id, name }) => [id, name]));
  if (change.addLabels?.some((id) => !byId.has(id)))
    throw refuse('addLabels', 'This site has no such label.');
  if (snooze?.until != null && (snooze.until <= now || snooze.until > now + longestSnooze))
    throw refuse('snooze', 'Choose a time in the future, within a year.');
  if (promiseAt !== undefined && promiseAt <= now) throw refuse('promiseAt', 'Choose a time in the future.');
  if (snooze && change.status)
    throw refuse('status', 'A conversation can’t be snoozed and opened or closed at once.');
  return { assignee: person?.name ?? '', team: group?.name ?? '', labels: byId };
};

/** What a change does to one conversation, beyond what it is already. */
interface Planned {
  row: RowChange;
  notices: { visibility: 'public' | 'note'; notice: Notice }[];
  added: string[];
  removed: string[];
  wakeAt: number | null;
}

const plan = (
  row: ConversationRow,
  own: ReadonlySet<string>,
  change: ConversationChange,
  names: Names,
  by: StaffMember,
  now: number,
): Planned => {
  const planned: Planned = { row: {}, notices: [], added: [], removed: [], wakeAt: null };
  const say = (
    kind: Notice['kind'],
    values: Notice['values'] = {},
    visibility: 'public' | 'note' = 'note',
  ) => {
    planned.notices.push({ visibility, notice: { kind, values: { by: by.name, ...values } } });
  };
  const set = (more: RowChange): void => void Object.assign(planned.row, more);
  const { assignee, team, status, snooze, held, priority, promiseAt } = change;

  if (assignee !== undefined && assignee !== row.assigneeId) {
    set({ assigneeId: assignee, ...(row.promiseAt !== null && { promiseOwnerId: assignee }) });
    if (assignee === null) say('given_back');
    else if (assignee === by.id) say('taken');
    else say('given', { name: names.assignee });
  }
  if (team !== undefined && team !== row.teamId) {
    set({ teamId: team });
    say(team === null ? 'team_unset' : 'team_set', { name: names.team });
  }
  if (held === false && row.held) {
    set({ held: false });
    say('let_in');
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
    say('closed');
  }
  if (status === 'open' && row.status !== 'open') {
    set({ status, closedAt: null, snoozedUntil: null });
    say('reopened');
  }
  if (snooze && (row.status !== 'snoozed' || row.snoozedUntil !== snooze.until)) {
    set({ status: 'snoozed', snoozedUntil: snooze.until, closedAt: null });
    planned.wakeAt = snooze.until;
    say('snoozed', snooze.until === null ? {} : { until: snooze.until });
  }
  if (priority !== undefined && priority !== row.priority) {
    set({ priority });
    say('priority_set', { priority });
  }
  if (promiseAt !== undefined && promiseAt !== row.promiseAt) {
    set({ promiseAt, promiseMadeAt: now, promiseOwnerId: row.assigneeId });
    say(
      'promise_moved',
      { at: promiseAt, ...(row.promiseAt !== null && { before: row.promiseAt }) },
      'public',
    );
  }
  for (const id of new Set(change.addLabels ?? []))
    if (!own.has(id)) {
      planned.added.push(id);
      say('labelled', { name: names.labels.get(id)! });
    }
  for (const id of new Set(change.removeLabels ?? []))
    if (own.has(id)) {
      planned.removed.push(id);
      say('unlabelled', { name: names.labels.get(id) ?? '' });
    }
  return planned;
};

const ofLabel = (row: ConversationRow, labelId: string) =>
  and(
    eq(conversationLabels.siteId, row.siteId),
    eq(conversationLabels.conversationId, row.id),
    eq(conversationLabels.labelId, labelId),
  );

const labelStatements = (
  tx: Queries,
  row: ConversationRow,
  added: string[],
  removed: string[],
): Statement[] => [
  ...added.map((labelId) =>
    tx
      .insert(conversationLabels)
      .values({
        siteId: row.siteId,
        conversationId: row.id,
        labelId,
        held: row.held,
        status: row.status,
        promiseAt: row.promiseAt,
        lastMessageAt: row.lastMessageAt,
      })
      .onConflictDoNothing(),
  ),
  ...removed.map((labelId) => tx.delete(conversationLabels).where(ofLabel(row, labelId))),
];

export const labelsOn = async (ctx: Context, row: ConversationRow): Promise<Set<string>> => {
  const rows = await ctx.database.read
    .select({ id: conversationLabels.labelId })
    .from(conversationLabels)
    .where(and(eq(conversationLabels.siteId, row.siteId), eq(conversationLabels.conversationId, row.id)));
  return new Set(rows.map(({ id }) => id));
};

/** Writes a change of the row, what goes with it, and lines of the thread that say so, in one commit. */
export const commitChange = async (
  ctx: Context,
  row: ConversationRow,
  given: Omit<Planned, 'wakeAt'> & { wakeAt?: number | null; givenBackBy?: string | undefined },
): Promise<ConversationRow> => {
  const now = ctx.clock.now();
  const notices: NewNotice[] = given.notices.map((notice) => ({ id: newId(now), ...notice }));
  const { wakeAt, givenBackBy } = given;
  await ctx.database.commit({
    site: row.siteId,
    events: [
      ...notices.map((notice) => noticeEvent(row, notice)),
      changed(row),
      ...(notices.some(({ notice }) => notice.kind === 'let_in') ? [letInEvent(row)] : []),
    ],
    write: (tx, seq) => [
      // Before the row: triggers carry its change on to its labels.
      ...labelStatements(tx, row, given.added, given.removed),
      ...(Object.keys(given.row).length
        ? [tx.update(conversations).set(given.row).where(ofConversation(row.siteId, row.id))]
        : []),
      // So that the rules do not give it to them again at once.
      ...(givenBackBy
        ? [
            keepAssignment(
              tx,
              { siteId: row.siteId, conversationId: row.id, staffId: givenBackBy, state: 'passed' },
              now,
            ),
          ]
        : []),
      ...notices.flatMap((notice, place) => insertNotice(tx, row, notice, seq + place, now)),
      ...(wakeAt != null
        ? [
            planJob(
              tx,
              row.siteId,
              {
                kind: 'inbox.wake',
                // The same time again, after it was undone, is another job.
                key: `${row.id} ${wakeAt} ${notices[0]?.id ?? ''}`,
                payload: { conversation: row.id, until: wakeAt },
                runAt: wakeAt,
              },
              now,
            ),
          ]
        : []),
    ],
  });
  return (await findConversation(ctx, row.siteId, row.id))!;
};

/** What a conversation is before a change, as far as the change would change it; null when it changes nothing. */
export const beforeOf = (
  row: ConversationRow,
  own: ReadonlySet<string>,
  change: ConversationChange,
  names: Names,
  by: StaffMember,
  now: number,
): Before | null => {
  if (change.mergeInto) return { conversation: row.id, row: {} };
  const planned = plan(row, own, change, names, by, now);
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
  const planned = plan(row, await labelsOn(ctx, row), change, names, by, ctx.clock.now());
  if (!planned.notices.length) return row;
  return commitChange(ctx, row, {
    ...planned,
    ...(change.assignee === null && row.assigneeId !== null && { givenBackBy: row.assigneeId }),
  });
};
