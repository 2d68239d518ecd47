import { hasVisibleText } from '../../shared/core/visibleText.ts';
import { ownValue } from '../../shared/core/own.ts';
import { assertPresent } from '../core/assertPresent.ts';
import { linkOrigin } from './writes.ts';
import type { CallbackWhen, RequestCallback, Slot } from '../../shared/callbacks/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { isFlooded } from '../core/conversations/flood.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { hostContextOf } from '../core/conversations/hostContext.ts';
import { changed } from '../core/conversations/changes.ts';
import { openConversation } from '../core/conversations/writes/opening.ts';
import { linkId } from './origin.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import { takeSolution } from '../core/http/challenge.ts';
import { Failure } from '../core/http/failure.ts';
import { took } from '../core/http/limits.ts';
import type { ReadHeader } from '../core/http/headers.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { Visitor } from '../core/people/visitors/visitor.ts';
import { type CallbackNumber, isCallable, readNumber } from './numbers.ts';
import {
  type CallbackRow,
  countRequests,
  findByNumber,
  findCallback,
  insertCallback,
  insertStep,
  listBooked,
  takeNumber,
  takePlace,
} from './queries.ts';
import { findSlot, freeSlots, soonFrom } from './slots.ts';
import { callbackEvent } from './steps.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Requests a day. */
const max = { number: 3, visitor: 5 };
/** Requests of an address that are taken as a person's: what comes beyond is asked to work for it. */
const unasked = { perMinute: 1 / 10, burst: 4 };
/** Requests of an address that are taken at all. */
const addressRate = { perMinute: 1 / 2, burst: 12 };
/** Others that are offered, when a slot is taken. */
const offered = 8;
const maxTries = 5;

const refuse = (field: string, code: FieldCode): Failure =>
  new Failure('invalid', 'A field isn’t valid.', { fields: { [field]: code } });

/** A number that can be called on this site. @throws Failure `invalid` with the reason */
export const takeNumberOf = (site: Site, given: string, country: string): CallbackNumber => {
  const read = readNumber(given, country);
  if ('refused' in read) throw refuse('number', read.refused);
  if (!isCallable(read.number, site.settings.callback)) throw refuse('number', 'not_callable');
  return read.number;
};

/** Somebody has it: what else there is. */
const takenSlot = (site: Site, now: number, booked: Slot[]): Failure =>
  new Failure('conflict', 'That time was just taken.', {
    fields: { when: 'taken' },
    current: { slots: freeSlots(site.settings.callback, now, booked, offered) },
  });

/** The time that was asked for. `dueAt`: when the phone should ring. */
export interface CallbackTime extends Slot {
  soon: boolean;
  dueAt: number;
}

/**
 * Looks whether a time can be had now.
 * @throws Failure `invalid` when it is no time of the schedule, `conflict` with other times when it is taken
 */
export const findTime = async (ctx: Context, site: Site, when: CallbackWhen): Promise<CallbackTime> => {
  const rules = site.settings.callback;
  const now = ctx.clock.now();
  if (when === 'soon') {
    const end = soonFrom(rules, now);
    if (end === null) throw refuse('when', 'not_allowed');
    return { soon: true, start: now, end, dueAt: end };
  }
  const booked = await listBooked(ctx, site.id, now);
  const slot = findSlot(rules, now, when.start, booked);
  if (slot === null) throw refuse('when', 'not_allowed');
  if (slot === 'taken') throw takenSlot(site, now, booked);
  return { soon: false, ...slot, dueAt: slot.start };
};

/**
 * Before anything is written: is it a person, and not the tenth time.
 * @param isPlain a form without scripts cannot solve anything: it is held for a person to look at
 * @returns false when it is to be held
 */
const guard = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  { number }: CallbackNumber,
  address: string,
  solution: string | undefined,
  isPlain: boolean,
): Promise<boolean> => {
  ctx.limiter.take('callback address', address, addressRate);
  const counted = await countRequests(ctx, site.id, { number, visitorId: visitor.id }, ctx.clock.now() - day);
  if (counted.number >= max.number || counted.visitor >= max.visitor)
    throw new Failure('limited', 'Too many calls requested today.', { retryAfter: hour / 1_000 });
  // Both are counted, whatever the first one says.
  const isCalm = !isFlooded(ctx, site);
  const isLikely = took(ctx.limiter, 'callback unasked', address, unasked) && isCalm;
  if (isPlain) return isLikely;
  if (!isLikely) await takeSolution(ctx, site.id, solution);
  return true;
};

const topicName = (site: Site, key: string | undefined, language: string): string | null => {
  if (key === undefined) return null;
  const topic = site.settings.callback.topics.find((one) => one.key === key);
  if (!topic) throw refuse('topic', 'unknown');
  return ownValue(topic.names, language) ?? Object.values(topic.names)[0] ?? topic.key;
};

/** The first rows of a requested call: the call and its first step. */
const firstRows = (
  tx: Queries,
  site: Site,
  visitor: Visitor,
  given: RequestCallback,
  {
    number,
    topic,
    time,
    now,
  }: { number: CallbackNumber; topic: string | null; time: CallbackTime; now: number },
): Statement[] => [
  insertCallback(tx, {
    siteId: site.id,
    id: given.id,
    visitorId: visitor.id,
    state: time.soon ? 'requested' : 'scheduled',
    revision: 0,
    number: number.number,
    extension: number.extension,
    country: number.country,
    topic,
    zone: given.zone,
    language: given.language,
    soon: time.soon,
    startsAt: time.start,
    endsAt: time.end,
    dueAt: time.dueAt,
    ownerId: null,
    attempts: 0,
    delays: 0,
    sequence: 0,
    createdAt: now,
    changedAt: now,
  }),
  insertStep(tx, {
    siteId: site.id,
    callbackId: given.id,
    revision: 0,
    id: newId(now),
    step: 'request',
    state: time.soon ? 'requested' : 'scheduled',
    actorKind: 'visitor',
    actorId: visitor.id,
    note: '',
    planned: time.dueAt,
    at: now,
  }),
];

/** Calls can be asked for while the site offers them. @throws Failure `unavailable` */
const refuseOff = ({ settings }: Site): void => {
  if (settings.paused || !settings.features.callback)
    throw new Failure('unavailable', 'Callbacks aren’t available right now.', { retryAfter: 3_600 });
};

/** Consent has to be given where the site asks for it. @throws Failure `invalid` */
const refuseWithoutConsent = ({ settings }: Site, given: RequestCallback): void => {
  if (Object.values(settings.callback.consent).some(Boolean) && given.consent !== true)
    throw refuse('consent', 'required');
};

/** The call that a request has already made. @throws Failure `conflict` when its id stands for another request */
const findRequest = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  print: string,
): Promise<CallbackRow | null> => {
  const row = await findCallback(ctx, site.id, id, visitor.id);
  if (row && (await findConversation(ctx, site.id, id))?.fingerprint !== print)
    throw new Failure('conflict', 'This ID has already been used for something else.');
  return row;
};

/**
 * Takes a request for a call: the number can be called, the time can be had, nobody waits under that number yet. All of
 * it is one commit, so that of two who reach for the last place of a slot one has it.
 * @throws Failure `invalid` with the fields, `conflict` with other times, `limited`, `challenge`
 */
export const requestCallback = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  given: RequestCallback,
  address: string,
  read: ReadHeader,
  isPlain = false,
): Promise<CallbackRow> => {
  const print = fingerprint(given.number, JSON.stringify(given.when), given.note, given.topic);
  const before = await findRequest(ctx, site, visitor, given.id, print);
  if (before) return before;
  refuseOff(site);
  const number = takeNumberOf(site, given.number, given.country);
  const topic = topicName(site, given.topic, given.language);
  refuseWithoutConsent(site, given);
  // Looked at before the work, and again at each try.
  await findTime(ctx, site, given.when);
  const waiting = await findByNumber(ctx, site.id, number.number);
  if (waiting?.id === given.id) return waiting;
  if (waiting) throw alreadyThere(waiting, visitor);
  const isLikely = await guard(ctx, site, visitor, number, address, given.solution, isPlain);
  const origin = given.from ? await findConversation(ctx, site.id, given.from, visitor.id) : null;
  if (given.from && !origin) throw refuse('from', 'unknown');

  for (let tries = 0; tries < maxTries; tries++) {
    const time = await findTime(ctx, site, given.when);
    const who = { id: given.id, visitorId: visitor.id };
    try {
      await openConversation(
        ctx,
        site,
        visitor,
        {
          id: given.id,
          kind: 'callback',
          subject: topic ?? number.written,
          body: given.note && hasVisibleText(given.note) ? given.note : (topic ?? number.written),
          language: given.language,
          category: null,
          visibility: 'private',
          place: hostContextOf(site, given.page, read),
          held: Boolean(given.website) || !isLikely,
          fingerprint: print,
          name: given.name ?? null,
          email: given.email ?? null,
          promiseAt: time.dueAt,
        },
        (tx, now, seq) => [
          takeNumber(tx, site.id, number.number, given.id),
          ...(time.soon ? [] : [takePlace(tx, site.id, time, site.settings.callback.perSlot, given.id)]),
          ...firstRows(tx, site, visitor, given, { number, topic, time, now }),
          ...(origin
            ? [linkOrigin(ctx, tx, site, origin, { conversation: given.id, seq: seq + 1, now })]
            : []),
        ],
        [
          ...(origin
            ? [{ ...changed(who, 'message.added', linkId(given.id)), audience: 'staff' as const }]
            : []),
          callbackEvent(who, 0),
        ],
      );
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'conflict') throw error;
      const twin = await findRequest(ctx, site, visitor, given.id, print);
      if (twin) return twin;
      // The number or the place went to somebody else meanwhile; anything else is what it says.
      const other = await findByNumber(ctx, site.id, number.number);
      if (other) throw alreadyThere(other, visitor);
      if (await findConversation(ctx, site.id, given.id)) throw error;
      continue;
    }
    return assertPresent(await findCallback(ctx, site.id, given.id), 'it was just written');
  }
  throw new Failure('unavailable', 'Too many people are booking at once. Try again.', { retryAfter: 1 });
};

/** One open request a number. Their own is shown to them; of anybody else's nothing is said but that it is there. */
const alreadyThere = (row: CallbackRow, visitor: Visitor): Failure =>
  new Failure('conflict', 'You’ve already booked a call to this number.', {
    fields: { number: 'already_there' },
    ...(row.visitorId === visitor.id && { current: { callback: row.id } }),
  });
