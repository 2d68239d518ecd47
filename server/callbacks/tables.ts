import type { CallbackState } from '../../shared/callbacks/machine.ts';
import { at, bool, index, int, primaryKey, table, text } from '../core/db/columns.ts';

/** A call that was promised. Its conversation has the same id. */
export const callbacks = table(
  'callbacks',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    visitorId: text('visitor_id').notNull(),
    state: text('state').$type<CallbackState>().notNull(),
    /** Counts its steps: a step is written only on top of the one it was decided on. */
    revision: int('revision').notNull(),
    /** E.164. */
    number: text('number').notNull(),
    /** Digits that are dialled once somebody has answered there; null for most. */
    extension: text('extension'),
    country: text('country').notNull(),
    topic: text('topic'),
    zone: text('zone').notNull(),
    language: text('language').notNull(),
    /** True when it was asked for as soon as possible. */
    soon: bool('soon').notNull(),
    /** The window the visitor was told: the phone rings from then until then. */
    startsAt: at('starts_at'),
    endsAt: at('ends_at'),
    /** When the next try is due; null when none is planned. */
    dueAt: at('due_at'),
    /** The member of staff who will call. */
    ownerId: text('owner_id'),
    attempts: int('attempts').notNull(),
    /** The number of delays the visitor was told of. */
    delays: int('delays').notNull(),
    /** Counts what a calendar must be told (RFC 5545, 3.8.7.4). */
    sequence: int('sequence').notNull(),
    createdAt: at('created_at').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (callback) => [
    primaryKey({ columns: [callback.siteId, callback.id] }),
    index('callbacks_due').on(callback.siteId, callback.dueAt),
    index('callbacks_number').on(callback.siteId, callback.number, callback.createdAt),
    index('callbacks_visitor').on(callback.siteId, callback.visitorId, callback.createdAt),
  ],
);

/** Every step with time, actor and note. */
export const callbackSteps = table(
  'call_steps',
  {
    siteId: text('site_id').notNull(),
    callbackId: text('callback_id').notNull(),
    /** The callback's revision after it. */
    revision: int('revision').notNull(),
    id: text('id').notNull(),
    step: text('step').notNull(),
    state: text('state').$type<CallbackState>().notNull(),
    actorKind: text('actor_kind').$type<'visitor' | 'staff' | 'system' | 'dialler'>().notNull(),
    actorId: text('actor_id'),
    note: text('note').notNull(),
    planned: at('planned'),
    at: at('at').notNull(),
  },
  (step) => [
    primaryKey({ columns: [step.siteId, step.callbackId, step.revision] }),
    index('call_steps_id').on(step.siteId, step.id),
  ],
);

/** The places of slots that are taken: the key is what lets one of two have the last. */
export const callbackPlaces = table(
  'call_places',
  {
    siteId: text('site_id').notNull(),
    startsAt: at('starts_at').notNull(),
    place: int('place').notNull(),
    endsAt: at('ends_at').notNull(),
    callbackId: text('callback_id').notNull(),
  },
  (taken) => [
    primaryKey({ columns: [taken.siteId, taken.startsAt, taken.place] }),
    index('call_places_callback').on(taken.siteId, taken.callbackId),
  ],
);

/** Numbers with an open request: one each. */
export const openNumbers = table(
  'open_numbers',
  {
    siteId: text('site_id').notNull(),
    number: text('number').notNull(),
    callbackId: text('callback_id').notNull(),
  },
  (open) => [primaryKey({ columns: [open.siteId, open.number] })],
);
