import { assertPresent } from '../core/assertPresent.ts';
import { insertNotice } from '../core/conversations/writes/notices.ts';
import { listColleagues } from '../core/people/staff/queries.ts';
import { advance, isClosed } from '../../shared/callbacks/machine.ts';
import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { noticeEvent, type NewNotice } from '../core/conversations/notices.ts';
import { type ConversationRow, findConversation } from '../core/conversations/queries/conversations.ts';
import { changed } from '../core/conversations/changes.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { Job, NewJob, JobResult } from '../core/jobs/work.ts';
import type { Planner, JobHandler } from '../core/jobs/handlers.ts';
import type { Colleague } from '../core/people/staff/colleagues.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { type CallbackRow, changeCallback, findCallback, findCallbacks } from './queries.ts';
import { soonFrom, withinHours } from './slots.ts';
import { callbackEvent, decide, theSystem, writeStep } from './steps.ts';

/*
 * What happens around the time of a call: who calls is reminded before, it comes due, everybody is asked when nobody
 * called, and the visitor hears that it takes longer before it does. Each is planned from the log for the time that
 * the call had then, and looks again when its time comes.
 */

const minute = 60_000;
const remindBefore = 10 * minute;
const escalateAfter = 5 * minute;
/** A visitor is told so often that it takes longer; after that, words alone would not help. */
const maxDelays = 2;
/** The share of a slot, or of the time promised, after which the visitor is told when nobody has called yet. */
const notifyAt = 0.8;
/** Days that the visitor has to take another time, when the plan's tries are used up. */
const openFor = 7 * 24 * 60 * minute;

const done: JobResult = { kind: 'done' };

/** True while it is for us to call. */
const isWaiting = (row: CallbackRow): boolean => !isClosed(row.state) && row.state !== 'calling';

/** Jobs around the time of a call as it stands. */
export const jobsOfCallback = (row: CallbackRow): NewJob[] => {
  if (isClosed(row.state)) return [];
  const payload = { callback: row.id, dueAt: row.dueAt ?? 0, endsAt: row.endsAt ?? 0 };
  if (row.dueAt === null)
    return row.state === 'no_answer'
      ? [{ kind: 'call.expire', key: `${row.id} ${row.attempts}`, payload, runAt: row.changedAt + openFor }]
      : [];
  const key = `${row.id} ${row.dueAt}`;
  const planned: NewJob[] = [
    { kind: 'call.due', key, payload, runAt: row.dueAt },
    { kind: 'call.escalate', key, payload, runAt: row.dueAt + escalateAfter },
  ];
  // A try that is due in a moment anyway needs no reminder.
  if (row.dueAt - remindBefore > row.changedAt)
    planned.push({ kind: 'call.remind', key, payload, runAt: row.dueAt - remindBefore });
  if (row.delays < maxDelays && row.startsAt !== null && row.endsAt !== null) {
    const runAt = Math.round(row.startsAt + (row.endsAt - row.startsAt) * notifyAt);
    planned.push({ kind: 'call.late', key: `${row.id} ${row.endsAt}`, payload, runAt });
  }
  return planned;
};

export const planCallbacks: Planner = async (ctx, siteId, batch) => {
  const ids = new Set(
    batch.flatMap(({ kind, subjectId }) => (kind === 'callback.changed' && subjectId ? [subjectId] : [])),
  );
  return ids.size === 0 ? [] : (await findCallbacks(ctx, siteId, [...ids])).flatMap(jobsOfCallback);
};

interface Looked {
  site: Site;
  row: CallbackRow;
  conversation: ConversationRow;
}

/** The callback of a job, or null when it was made, moved or cancelled meanwhile. */
const look = async (ctx: Context, job: Job): Promise<Looked | null> => {
  const site = await ctx.sites.byId(job.siteId);
  const id = String(job.payload['callback']);
  const row = await findCallback(ctx, job.siteId, id);
  const conversation = row && (await findConversation(ctx, job.siteId, id));
  if (!site || !row || !conversation || !isWaiting(row)) return null;
  return (row.dueAt ?? 0) === job.payload['dueAt'] ? { site, row, conversation } : null;
};

const alert = (kind: 'reminder' | 'escalation', row: CallbackRow, { id }: Colleague): NewJob => ({
  kind: 'mail.alert',
  key: `${kind} ${row.id} ${row.dueAt} ${id}`,
  payload: { conversation: row.id, staff: id, alert: kind },
  runAt: 0,
});

/** Ten minutes before: who said that they will call, or everybody. */
const remind: JobHandler = async (ctx, job) => {
  const looked = await look(ctx, job);
  if (!looked) return done;
  const { row } = looked;
  const colleagues = await listColleagues(ctx, row.siteId);
  const asked = colleagues.filter(({ id }) => row.ownerId === null || id === row.ownerId);
  const now = ctx.clock.now();
  return {
    kind: 'done',
    write: (tx) => asked.map((person) => planJob(tx, row.siteId, alert('reminder', row, person), now)),
  };
};

/** Its time has come: that shows in the inbox. */
const comeDue: JobHandler = async (ctx, job) => {
  const looked = await look(ctx, job);
  if (!looked || advance(looked.row.state, 'come_due') === null || looked.row.state === 'due') return done;
  const { site, row, conversation } = looked;
  const now = ctx.clock.now();
  const asked = { id: newId(now), step: 'come_due', actor: theSystem } as const;
  const decided = assertPresent(decide(site, row, asked, now), 'a call that was looked up here may come due');
  return { kind: 'done', ...writeStep(conversation, row, asked, decided, now) };
};

/** Five minutes later nobody has called: everybody is asked. */
const escalate: JobHandler = async (ctx, job) => {
  const looked = await look(ctx, job);
  if (!looked) return done;
  const { row, conversation } = looked;
  const colleagues = await listColleagues(ctx, row.siteId);
  const now = ctx.clock.now();
  const notice: NewNotice = {
    id: newId(now),
    visibility: 'note',
    notice: { kind: 'call_escalated', values: { at: row.dueAt ?? now } },
  };
  return {
    kind: 'done',
    events: [noticeEvent(conversation, notice), changed(conversation)],
    write: (tx, seq) => [
      ...insertNotice(tx, conversation, notice, seq, now),
      ...colleagues.map((person) => planJob(tx, row.siteId, alert('escalation', row, person), now)),
    ],
  };
};

/** Before what the visitor was told is over: they hear by when it is now. */
const notifyVisitorLate: JobHandler = async (ctx, job) => {
  const looked = await look(ctx, job);
  const notifiedEnd = looked?.row.endsAt ?? null;
  if (
    !looked ||
    notifiedEnd === null ||
    notifiedEnd !== job.payload['endsAt'] ||
    looked.row.delays >= maxDelays
  )
    return done;
  const { site, row, conversation } = looked;
  const rules = site.settings.callback;
  const now = ctx.clock.now();
  const later = notifiedEnd + rules.slotMinutes * minute;
  const endsAt = (row.soon ? soonFrom(rules, notifiedEnd) : withinHours(rules, later)) ?? later;
  const notice: NewNotice = {
    id: newId(now),
    visibility: 'public',
    notice: { kind: 'call_late', values: { at: endsAt } },
  };
  return {
    kind: 'done',
    events: [noticeEvent(conversation, notice), changed(conversation), callbackEvent(row)],
    write: (tx, seq) => [
      changeCallback(tx, row, {
        endsAt,
        delays: row.delays + 1,
        sequence: row.sequence + 1,
        changedAt: now,
      }),
      ...insertNotice(tx, conversation, notice, seq, now),
    ],
  };
};

/** The visitor took no other time. */
const expire: JobHandler = async (ctx, job) => {
  const looked = await look(ctx, job);
  if (!looked) return done;
  const { site, row, conversation } = looked;
  const now = ctx.clock.now();
  const asked = { id: newId(now), step: 'expire', actor: theSystem } as const;
  const decided = decide(site, row, asked, now);
  return decided ? { kind: 'done', ...writeStep(conversation, row, asked, decided, now) } : done;
};

export const callbackJobs: Record<string, JobHandler> = {
  'call.remind': remind,
  'call.due': comeDue,
  'call.escalate': escalate,
  'call.late': notifyVisitorLate,
  'call.expire': expire,
};
