import { isAtLeast } from '../../../shared/core/people/roles.ts';
import { endSnooze, handOver, movePromise } from './writes/promise.ts';
import { insertNotice } from './writes/notices.ts';
import { listMessages } from './queries/messages.ts';
import { listColleagues, listOnline } from '../people/staff/queries.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { planJob } from '../jobs/queries.ts';
import type { Job, NewJob, JobResult } from '../jobs/work.ts';
import type { Planner, JobHandler } from '../jobs/handlers.ts';
import type { Colleague } from '../people/staff/colleagues.ts';
import { addOpenMinutes, openMinutesBetween } from '../people/sites/hours.ts';
import type { Site } from '../people/sites/sites.ts';
import { noticeEvent, type NewNotice } from './notices.ts';
import { promiseFrom } from './promise.ts';
import { type ConversationRow, findConversation } from './queries/conversations.ts';
import { changed, promiseEvent } from './changes.ts';
import { findUnplanned } from './queries/promise.ts';
import type { Step } from './promiseStep.ts';

/*
 * What happens before a promise slips, in this order and once each: who owns it is reminded, somebody else is asked,
 * the visitor is told a new time. Each step is planned when the promise is made, and looks again when its time comes.
 */

/** A visitor who waits is told a new time so often; after that, words alone would not help. */
const maxMoves = 2;

/** Minimum between the old time and the new one, minutes of opening hours. */
const minDelayMinutes = 30;

const done: JobResult = { kind: 'done' };

/** True while somebody is still owed an answer; putting a conversation aside does not change that. */
const isOwed = (row: ConversationRow): row is ConversationRow & { promiseAt: number } =>
  row.promiseAt !== null && row.waitingFor === 'staff' && row.status !== 'closed' && !row.held;

/** One of a promise's steps is planned once, whatever happens in its conversation meanwhile. */
const keyOf = (row: { id: string; promiseAt: number }): string => `${row.id} ${row.promiseAt}`;

/** When each step of a promise comes: at shares of its opening hours, so that nobody is reminded at night. */
const stepsOf = (site: Site, row: ConversationRow & { promiseAt: number }): NewJob[] => {
  const { hours, promise } = site.settings;
  const made = Math.min(row.promiseMadeAt ?? row.createdAt, row.promiseAt);
  const minutes = openMinutesBetween(hours, made, row.promiseAt);
  const when = (left: number): number =>
    Math.min(addOpenMinutes(hours, made, minutes * (1 - left)) ?? row.promiseAt, row.promiseAt);
  const payload = { conversation: row.id, promiseAt: row.promiseAt };
  const key = keyOf(row);
  return [
    { kind: 'promise.remind', key, payload, runAt: when(promise.remindLeft) },
    { kind: 'promise.escalate', key, payload, runAt: when(promise.escalateLeft) },
    { kind: 'promise.tell', key, payload, runAt: when(promise.tellLeft) },
  ];
};

/** Plans the steps of promises that were made. */
export const planPromises: Planner = async (ctx, siteId, batch) => {
  const ids = new Set(
    batch
      .filter(({ kind }) => kind === 'message.added' || kind === 'conversation.changed')
      .flatMap(({ conversationId }) => conversationId ?? []),
  );
  if (ids.size === 0) return [];
  const site = await ctx.sites.byId(siteId);
  if (!site) return [];
  const rows = await findUnplanned(ctx.database, { site: siteId, ids: JSON.stringify([...ids]) });
  return rows.filter(isOwed).flatMap((row) => stepsOf(site, row));
};

/** The promise of a step, or null when it was kept, moved or dropped meanwhile. */
const stepOf = async (ctx: Context, job: Job): Promise<Step | null> => {
  const site = await ctx.sites.byId(job.siteId);
  const row = await findConversation(ctx, job.siteId, String(job.payload['conversation']));
  if (!site || !row || !isOwed(row) || row.promiseAt !== job.payload['promiseAt']) return null;
  const ownerId = row.promiseOwnerId ?? row.assigneeId;
  return { site, row, ownerId, colleagues: await listColleagues(ctx, site.id) };
};

const alert = (kind: 'reminder' | 'escalation', row: Step['row'], { id }: Colleague): NewJob => ({
  kind: 'mail.alert',
  key: `${kind} ${row.id} ${row.promiseAt} ${id}`,
  payload: { conversation: row.id, staff: id, alert: kind },
  runAt: 0,
});

const noticeOf = (
  ctx: Context,
  row: Step['row'],
  kind: NewNotice['notice']['kind'],
  people: Colleague[],
): NewNotice => ({
  id: newId(ctx.clock.now()),
  visibility: 'note',
  notice: {
    kind,
    values: {
      name: people.map(({ name }) => name).join(', '),
      ...(people[0] && people.length === 1 && { nameId: people[0].id }),
      at: row.promiseAt,
    },
  },
});

/** First: who owns it is reminded; everybody, where nobody does. */
const remind: JobHandler = async (ctx, job) => {
  const step = await stepOf(ctx, job);
  if (!step) return done;
  const { row, ownerId, colleagues } = step;
  const owner = colleagues.filter(({ id }) => id === ownerId);
  const notice = noticeOf(ctx, row, 'promise_reminded', owner);
  const now = ctx.clock.now();
  return {
    kind: 'done',
    events: [
      noticeEvent(row, notice),
      promiseEvent(row, 'reminded'),
      ...(row.status === 'snoozed' ? [changed(row)] : []),
    ],
    write: (tx, seq) => [
      // What was put aside for longer than was promised comes back.
      endSnooze(tx, row),
      ...insertNotice(tx, row, notice, seq, now),
      ...(owner.length ? owner : colleagues).map((person) =>
        planJob(tx, row.siteId, { ...alert('reminder', row, person), runAt: now }, now),
      ),
    ],
  };
};

/**
 * Second: an owner who is not there hands it on to somebody who is, admins first; otherwise the admins are asked to
 * look.
 */
const escalate: JobHandler = async (ctx, job) => {
  const step = await stepOf(ctx, job);
  if (!step) return done;
  const { row, ownerId, colleagues } = step;
  const online = new Set((await listOnline(ctx, row.siteId)).map(({ id }) => id));
  const others = colleagues.filter(({ id }) => id !== ownerId);
  const leads = (person: Colleague) => isAtLeast(person.role, 'admin');
  const present = others.filter(({ id }) => online.has(id));
  const heir = ownerId !== null && online.has(ownerId) ? undefined : (present.find(leads) ?? present[0]);
  const asked = heir ? [heir] : others.some(leads) ? others.filter(leads) : others;
  const notice = noticeOf(ctx, row, heir ? 'assigned' : 'promise_escalated', asked);
  const now = ctx.clock.now();
  return {
    kind: 'done',
    events: [noticeEvent(row, notice), promiseEvent(row, 'escalated'), ...(heir ? [changed(row)] : [])],
    write: (tx, seq) => [
      ...(heir ? [handOver(tx, row, heir.id)] : []),
      ...insertNotice(tx, row, notice, seq, now),
      ...asked.map((person) =>
        planJob(tx, row.siteId, { ...alert('escalation', row, person), runAt: now }, now),
      ),
    ],
  };
};

/** The number of new times the visitor was told since staff last answered. */
const movesOf = async (ctx: Context, row: ConversationRow): Promise<number> => {
  const messages = await listMessages(ctx, row.siteId, row.id, false);
  const answered = messages.findLastIndex(({ authorKind }) => authorKind === 'staff');
  return messages.slice(answered + 1).filter(({ system }) => system?.kind === 'promise_moved').length;
};

/** Third: the visitor hears of a new time before the old one has passed. */
const notify: JobHandler = async (ctx, job) => {
  const step = await stepOf(ctx, job);
  if (!step) return done;
  const { site, row } = step;
  if ((await movesOf(ctx, row)) >= maxMoves) return done;
  const now = ctx.clock.now();
  const { hours } = site.settings;
  const later = addOpenMinutes(hours, Math.max(now, row.promiseAt), minDelayMinutes);
  const usual = await promiseFrom(ctx, site, now);
  // A site that is never open again has no other time to tell.
  if (later === null || usual === null) return done;
  const promiseAt = Math.max(usual, Math.ceil(later / 300_000) * 300_000);
  const notice: NewNotice = {
    id: newId(now),
    visibility: 'public',
    notice: { kind: 'promise_moved', values: { at: promiseAt, before: row.promiseAt } },
  };
  return {
    kind: 'done',
    events: [noticeEvent(row, notice), promiseEvent(row, 'moved')],
    write: (tx, seq) => [movePromise(tx, row, promiseAt, now), ...insertNotice(tx, row, notice, seq, now)],
  };
};

export const promiseJobs: Record<string, JobHandler> = {
  'promise.remind': remind,
  'promise.escalate': escalate,
  'promise.tell': notify,
};
