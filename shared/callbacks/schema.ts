import { calendarDay, zone } from '../core/people/hours.ts';
import { z } from 'zod';
import { hostPage } from '../core/conversations/hostPage.ts';
import { visitorThread } from '../core/conversations/schema.ts';
import { email, id, instant, language, line, longest, prose } from '../core/fields.ts';
import { country } from './settings.ts';
import { person } from '../core/people/site.ts';
import { callbackStates, outcomes } from './machine.ts';

/** A number as people write it, before it is looked at; longer than any that there is. */
export const writtenNumber = line(60);

/** A time to be called in: from, until. */
export const slot = z.object({ start: instant, end: instant });
export type Slot = z.infer<typeof slot>;

/** As soon as possible, or the slot that begins then. */
export const callbackWhen = z.union([z.literal('soon'), z.strictObject({ start: instant })]);
export type CallbackWhen = z.infer<typeof callbackWhen>;

export const formQuery = z.object({ language });

/** The form of a request. */
export const callbackForm = z.object({
  /** By when a call asked for now would come; null where that is not offered, or never open. */
  soon: instant.nullable(),
  /** Whether calls are made now. */
  open: z.boolean(),
  slots: z.array(slot),
  /** The zone that the schedule is meant in. */
  zone: z.string(),
  countries: z.array(z.object({ code: country, dial: z.string(), name: z.string() })),
  /** The country that a number without one is taken to be of. */
  country,
  topics: z.array(z.object({ key: z.string(), name: z.string() })),
  consent: z.string(),
});
export type CallbackForm = z.infer<typeof callbackForm>;

export const checkNumber = z.strictObject({ number: writtenNumber, country });
export type CheckNumber = z.infer<typeof checkNumber>;
/** The number as it will be dialled, and as people write it there. */
export const numberReply = z.object({ number: z.string(), written: z.string(), country });
export type NumberReply = z.infer<typeof numberReply>;

/** The solved challenge, which shows that a person took the time (ALTCHA, version 1: base64 of the payload). */
export const solution = z.string().max(1_000);

/** A request for a call: opens a conversation under the same id. */
export const requestCallback = z.strictObject({
  id,
  number: writtenNumber,
  country,
  when: callbackWhen,
  /** The visitor's zone: in which they are told the time. */
  zone,
  language,
  topic: line(longest.category).optional(),
  note: prose(2_000).optional(),
  name: line(longest.name).optional(),
  email: email.optional(),
  consent: z.boolean().optional(),
  /** The conversation that it came from, whose context goes with it. */
  from: id.optional(),
  page: hostPage.optional(),
  /** The honeypot: people leave it empty. */
  website: line(200).optional(),
  solution: solution.optional(),
});
export type RequestCallback = z.infer<typeof requestCallback>;

/** A call as its visitor sees it. */
export const visitorCallback = z.object({
  id,
  state: z.enum(callbackStates),
  /** As people write it, with the extension. */
  written: z.string(),
  country,
  /** When the phone rings next: from, until; null when no try is planned. */
  slot: slot.nullable(),
  /** True when it was asked for as soon as possible: `slot.end` is by when. */
  soon: z.boolean(),
  /** The person who will call, once somebody said so. */
  by: person.nullable(),
  /** The number of tries in vain. */
  attempts: z.number().int(),
  /** Whether it can still be moved or called off. */
  mayChange: z.boolean(),
  topic: z.string().nullable(),
});
export type VisitorCallback = z.infer<typeof visitorCallback>;

/** A call as an entry for a calendar (RFC 5545). */
export const calendarReply = z.object({ calendar: z.string() });
export type CalendarReply = z.infer<typeof calendarReply>;

export const callbackReply = z.object({ call: visitorCallback });
export type CallbackReply = z.infer<typeof callbackReply>;

export const requestReply = z.object({ call: visitorCallback, thread: visitorThread });
export type RequestReply = z.infer<typeof requestReply>;

/** `id` is client-made: the same one again changes nothing. */
export const moveCallback = z.strictObject({ id, when: callbackWhen, zone: zone.optional() });
export type MoveCallback = z.infer<typeof moveCallback>;
export const cancelCallback = z.strictObject({ id, note: prose(500).optional() });
export type CancelCallback = z.infer<typeof cancelCallback>;

/** One step of a call's history. */
export const pastStep = z.object({
  id,
  at: instant,
  step: z.string(),
  state: z.enum(callbackStates),
  actor: z.object({ kind: z.enum(['visitor', 'staff', 'system', 'dialler']), name: z.string() }),
  note: z.string(),
  /** For what it was planned, where it was planned for a time. */
  planned: instant.nullable(),
});
export type PastStep = z.infer<typeof pastStep>;

/** A call as staff see it. */
export const staffCallback = visitorCallback.extend({
  /** E.164. */
  number: z.string(),
  /** Digits that are dialled once somebody has answered there; null for most. */
  extension: z.string().nullable(),
  type: z.string(),
  countryName: z.string(),
  conversation: id,
  name: z.string(),
  note: z.string(),
  visitorZone: z.string(),
  owner: person.nullable(),
  /** When the next try is due; null when none is planned. */
  dueAt: instant.nullable(),
  createdAt: instant,
  /** The steps that can be taken now. */
  steps: z.array(z.string()),
});
export type StaffCallback = z.infer<typeof staffCallback>;

export const staffCallbackReply = z.object({ call: staffCallback, history: z.array(pastStep) });
export type StaffCallbackReply = z.infer<typeof staffCallbackReply>;

/** A step by staff or their telephony. */
export const takeStep = z.strictObject({
  id,
  step: z.enum(['accept', 'reassign', 'call_started', 'call_ended', ...outcomes, 'reschedule', 'cancel']),
  note: prose(2_000).optional(),
  /** With `reassign`. */
  staff: line(60).optional(),
  /** With `reschedule`. Staff may choose any time to come, within the schedule or not. */
  start: instant.optional(),
});
export type TakeStep = z.infer<typeof takeStep>;

export const dayQuery = z.object({ day: calendarDay });
/** A day of the schedule, in the schedule's zone. */
export const callbackDay = z.object({
  day: z.string(),
  zone: z.string(),
  from: instant,
  until: instant,
  /** The call hours of that day. */
  hours: z.array(slot),
  slotMinutes: z.number().int(),
  perSlot: z.number().int(),
  calls: z.array(staffCallback),
  /** Due on an earlier day, and nobody has dealt with them. */
  missed: z.array(staffCallback),
});
export type CallbackDay = z.infer<typeof callbackDay>;

export const diallerList = z.object({ calls: z.array(staffCallback) });
export type DiallerList = z.infer<typeof diallerList>;
