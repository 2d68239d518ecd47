import { z } from 'zod';
import { language, line } from '../core/fields.ts';
import { hours, officeHours } from '../core/people/hours.ts';
import { category } from '../core/people/settings.ts';
import { settingsPart } from '../core/settings.ts';
import { numberTypes } from './numberTypes.ts';

/** A country by its two letters (ISO 3166-1). */
export const country = z.string().regex(/^[A-Z]{2}$/);

/** When it is tried again: after so many minutes, or with the first call hour of the next day. */
export const retryPause = z.union([z.number().int().min(1).max(10_080), z.literal('next_day')]);
export type RetryPause = z.infer<typeof retryPause>;

/** Pauses before each further try after an outcome; when they are used up, the visitor is offered other times. */
export const retryPlan = z.object({
  no_answer: z.array(retryPause).max(10),
  busy: z.array(retryPause).max(10),
  voicemail: z.array(retryPause).max(10),
});
export type RetryPlan = z.infer<typeof retryPlan>;

/** When and how visitors are called back: a schedule of its own, in a zone of its own. */
export const callbackRules = z.object({
  hours,
  topics: z.array(category).max(20),
  /** Minutes of one slot, and how many calls it takes. */
  slotMinutes: z.number().int().min(5).max(240),
  perSlot: z.number().int().min(1).max(50),
  /** From now to the first slot that can be had, minutes; and how many days ahead there are slots. */
  leadMinutes: z.number().int().min(0).max(10_080),
  daysAhead: z.number().int().min(1).max(60),
  /** "As soon as possible" is promised within so many minutes of call hours; 0 does not offer it. */
  soonMinutes: z.number().int().min(0).max(1_440),
  /** By language tag: what is agreed to by asking; none asks for no consent. */
  consent: z.record(language, line(300)),
  /** Countries that are called; none for all. */
  countries: z.array(country).max(250),
  types: z.array(z.enum(numberTypes)).max(numberTypes.length),
  /** Beginnings of numbers that are not called, as `+88`. */
  blockedPrefixes: z.array(z.string().regex(/^\+\d{1,14}$/)).max(200),
  retry: retryPlan,
});
export type CallbackSettings = z.infer<typeof callbackRules>;

/** The callback settings until the owner says otherwise. */
export const defaultCallbacks = (): CallbackSettings => ({
  hours: officeHours(),
  topics: [],
  slotMinutes: 30,
  perSlot: 2,
  leadMinutes: 30,
  daysAhead: 7,
  soonMinutes: 30,
  consent: {},
  countries: [],
  types: ['mobile', 'fixed', 'voip', 'toll_free'],
  blockedPrefixes: [],
  retry: { no_answer: [10, 120, 'next_day'], busy: [5, 30, 'next_day'], voicemail: [120, 'next_day'] },
});

export const callbackSettings = settingsPart({
  fields: { callback: callbackRules },
  defaults: () => ({ callback: defaultCallbacks() }),
  switches: { callback: { initial: false, public: true } },
});
