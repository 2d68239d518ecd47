import { assertPresent } from '../core/assertPresent.ts';
import { insertNotice } from '../core/conversations/writes/notices.ts';
import { advance, type CallbackStep, isClosed, isVain } from '../../shared/callbacks/machine.ts';
import type { Slot } from '../../shared/callbacks/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { noticeEvent, type NewNotice } from '../core/conversations/notices.ts';
import { type ConversationRow, findConversation } from '../core/conversations/queries/conversations.ts';
import { changed } from '../core/conversations/changes.ts';
import type { Decisive, NewEvent, Queries, Statement } from '../core/db/database.ts';
import { Failure } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import {
  type CallbackRow,
  changeCallback,
  findCallback,
  findStep,
  freeNumber,
  freePlaces,
  insertStep,
  takePlace,
} from './queries.ts';
import { afterPause } from './slots.ts';
import { touchRow } from './writes.ts';
import type { Decided } from './stepRules.ts';

const minute = 60_000;

export interface Actor {
  kind: 'visitor' | 'staff' | 'system' | 'dialler';
  id: string | null;
  name: string;
}

export const theSystem: Actor = { kind: 'system', id: null, name: '' };

/** One step as it is asked for. */
export interface AskedStep {
  /** Client-made: the same one again changes nothing. */
  id: string;
  step: CallbackStep;
  actor: Actor;
  note?: string | undefined;
  /** With `reassign`. */
  staff?: { id: string; name: string } | undefined;
  /** With `reschedule`. */
  slot?: Slot | undefined;
  /** The most calls a slot may hold; absent for staff, who may choose any time. */
  perSlot?: number;
}

/** Ends of a call that count as a try in vain. */
type VainStep = keyof Site['settings']['callback']['retry'];

/** Decides after a call in vain: another try after a pause, or none when all are used up. */
const decideVain = (
  site: Site,
  row: CallbackRow,
  { step, actor }: { step: VainStep; actor: Actor },
  state: CallbackRow['state'],
  now: number,
): Decided => {
  const rules = site.settings.callback;
  const pause = rules.retry[step][row.attempts];
  const next = pause === undefined ? null : afterPause(rules, now, pause);
  const attempts = row.attempts + 1;
  const ownerId = row.ownerId ?? actor.id;
  return next === null
    ? {
        change: { state, attempts, ownerId, dueAt: null, startsAt: null, endsAt: null },
        notice: { kind: 'call_missed', values: {}, visibility: 'public' },
        row: { isOver: false, waitsForVisitor: true },
        planned: null,
      }
    : {
        notice: null,
        row: { isOver: false, waitsForVisitor: false },
        change: {
          state,
          attempts,
          ownerId,
          dueAt: next,
          startsAt: next,
          endsAt: next + rules.slotMinutes * minute,
          soon: false,
          delays: 0,
          sequence: row.sequence + 1,
        },
        planned: next,
      };
};

/** The pure part: what comes of a step, by the site's plan. @returns null when it cannot be taken now */
export const decide = (site: Site, row: CallbackRow, asked: AskedStep, now: number): Decided | null => {
  const state = advance(row.state, asked.step);
  if (state === null) return null;
  const base = {
    change: { state },
    notice: null,
    planned: null,
    row: { isOver: false, waitsForVisitor: false },
  };
  const { step, actor } = asked;
  if (step === 'accept') return { ...base, change: { state, ownerId: actor.id } };
  if (step === 'reassign')
    return {
      ...base,
      change: { state, ownerId: assertPresent(asked.staff, 'a reassignment says to whom').id },
    };
  if (step === 'call_started') return { ...base, change: { state, ownerId: row.ownerId ?? actor.id } };
  if (step === 'come_due')
    return {
      ...base,
      notice: { kind: 'call_due', values: { at: row.dueAt ?? now }, visibility: 'note' },
      planned: row.dueAt,
    };
  if (isVain(step)) return decideVain(site, row, { step, actor }, state, now);
  if (step === 'reschedule') {
    const { start, end } = assertPresent(asked.slot, 'a rescheduling says to when');
    return {
      ...base,
      change: {
        state,
        startsAt: start,
        endsAt: end,
        dueAt: start,
        soon: false,
        delays: 0,
        sequence: row.sequence + 1,
      },
      notice: { kind: 'call_moved', values: { at: start, name: actor.name }, visibility: 'public' },
      planned: start,
    };
  }
  if (step === 'call_ended') return base;
  const over = { dueAt: null };
  if (step === 'reached')
    return {
      ...base,
      change: { state, ...over, ownerId: row.ownerId ?? actor.id },
      notice: { kind: 'call_reached', values: { name: actor.name }, visibility: 'note' },
      row: { isOver: true, waitsForVisitor: false },
    };
  if (step === 'wrong_number')
    return {
      ...base,
      change: { state, ...over, ownerId: row.ownerId ?? actor.id },
      notice: { kind: 'call_wrong_number', values: {}, visibility: 'public' },
      row: { isOver: false, waitsForVisitor: true },
    };
  if (step === 'cancel')
    return {
      ...base,
      change: { state, ...over, sequence: row.sequence + 1 },
      notice: { kind: 'call_cancelled', values: { name: actor.name }, visibility: 'public' },
      row: { isOver: true, waitsForVisitor: false },
    };
  return { ...base, change: { state, ...over }, row: { isOver: true, waitsForVisitor: false } };
};

/** Says that something about a call changed, to those who read the log. @param revision of the step that changed it */
export const callbackEvent = (
  row: { id: string; visitorId: string },
  revision: number | null = null,
): NewEvent => ({
  ...changed(row, 'callback.changed'),
  audience: 'staff',
  amount: revision,
});

/** A decided step as a commit's events and statements. @param seq place of the first event */
export const writeStep = (
  conversation: ConversationRow,
  row: CallbackRow,
  asked: AskedStep,
  decided: Decided,
  now: number,
): { events: NewEvent[]; write(tx: Queries, seq: number): (Statement | Decisive)[] } => {
  const { notice } = decided;
  const added: NewNotice | null = notice && {
    id: newId(now),
    visibility: notice.visibility,
    notice: { kind: notice.kind, values: notice.values },
  };
  const next = { ...row, ...decided.change };
  return {
    events: [
      ...(added ? [noticeEvent(conversation, added)] : []),
      changed(conversation),
      callbackEvent(row, row.revision + 1),
    ],
    write: (tx, seq) => [
      changeCallback(tx, row, { ...decided.change, changedAt: now }),
      insertStep(tx, {
        siteId: row.siteId,
        callbackId: row.id,
        revision: row.revision + 1,
        id: asked.id,
        step: asked.step,
        state: decided.change.state,
        actorKind: asked.actor.kind,
        actorId: asked.actor.id,
        note: asked.note ?? '',
        planned: decided.planned,
        at: now,
      }),
      // A time that is over or given up is somebody else's.
      ...(asked.step === 'reschedule' || isVain(asked.step) || isClosed(next.state)
        ? [freePlaces(tx, row.siteId, row.id)]
        : []),
      ...(asked.step === 'reschedule' && asked.slot
        ? [takePlace(tx, row.siteId, asked.slot, asked.perSlot, row.id)]
        : []),
      ...(isClosed(next.state) ? [freeNumber(tx, row.siteId, row.id)] : []),
      touchRow(tx, conversation, row, decided, now),
      ...(added ? insertNotice(tx, conversation, added, seq, now) : []),
    ],
  };
};

/** Looks at what is there now so often, when somebody else was faster. */
const maxTries = 5;

/**
 * Takes a step of a call, in one commit with its history, its conversation and the places of its slot. The same id
 * again changes nothing.
 * @param checkSlot looks again whether a slot can be had, before each try
 * @throws Failure `conflict` when it cannot be taken from the state that the call is in, with that state
 */
export const takeStep = async (
  ctx: Context,
  site: Site,
  callbackId: string,
  asked: AskedStep,
  checkSlot: () => Promise<void> = async () => {},
): Promise<CallbackRow> => {
  for (let tries = 0; tries < maxTries; tries++) {
    const row = await findCallback(ctx, site.id, callbackId);
    const conversation = row && (await findConversation(ctx, site.id, callbackId));
    if (!row || !conversation) throw new Failure('not_found', 'Not found.');
    const before = await findStep(ctx, site.id, asked.id);
    if (before) {
      if (before.callbackId !== row.id || before.step !== asked.step)
        throw new Failure('conflict', 'This ID has already been used for something else.');
      return row;
    }
    const now = ctx.clock.now();
    const decided = decide(site, row, asked, now);
    if (!decided)
      throw new Failure('conflict', 'The call has changed, so this isn’t possible any more.', {
        current: { state: row.state },
      });
    await checkSlot();
    const { events, write } = writeStep(conversation, row, asked, decided, now);
    const { applied } = await ctx.database.commit({ site: site.id, events, write });
    if (!applied) continue;
    return assertPresent(await findCallback(ctx, site.id, callbackId), 'it was just written');
  }
  throw new Failure('unavailable', 'Too many people are changing this call at once. Try again.', {
    retryAfter: 1,
  });
};
