import type { Slot } from '../../shared/callbacks/schema.ts';
import type { RetryPause, CallbackSettings } from '../../shared/callbacks/settings.ts';
import { addOpenMinutes, intervalsFrom } from '../core/people/sites/hours.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * The slots of the schedule that begin within a time, taken or not. Cut from the call hours as instants, so that a day
 * of 23 or 25 hours has the slots that its clock shows.
 */
export function* slotsBetween(
  rules: Pick<CallbackSettings, 'hours' | 'slotMinutes'>,
  from: number,
  until: number,
): Generator<Slot> {
  const length = rules.slotMinutes * minute;
  for (const [opens, closes] of intervalsFrom(rules.hours, from)) {
    if (opens > until) return;
    for (let start = opens; start + length <= closes && start <= until; start += length)
      if (start >= from) yield { start, end: start + length };
  }
}

/** Counts calls booked within a slot, including those booked before the grid changed. */
export const takenIn = (slot: Slot, booked: readonly Slot[]): number =>
  booked.filter(({ start, end }) => start < slot.end && end > slot.start).length;

/** The first and the last instant at which a slot that can be had may begin. */
export const bookable = (
  rules: Pick<CallbackSettings, 'leadMinutes' | 'daysAhead'>,
  now: number,
): { from: number; until: number } => ({
  from: now + rules.leadMinutes * minute,
  until: now + rules.daysAhead * day,
});

/** The slots that can be had now, in order. @param booked the times of calls that are promised */
export const freeSlots = (
  rules: CallbackSettings,
  now: number,
  booked: readonly Slot[],
  max = 200,
): Slot[] => {
  const { from, until } = bookable(rules, now);
  const found: Slot[] = [];
  for (const slot of slotsBetween(rules, from, until)) {
    if (takenIn(slot, booked) < rules.perSlot) found.push(slot);
    if (found.length === max) break;
  }
  return found;
};

/** The slot of the schedule that begins at an instant and can be had, or null. */
export const findSlot = (
  rules: CallbackSettings,
  now: number,
  start: number,
  booked: readonly Slot[],
): Slot | 'taken' | null => {
  const { from, until } = bookable(rules, now);
  if (start < from || start > until) return null;
  // From the day before: the interval that it lies in begins before it.
  for (const slot of slotsBetween(rules, start, start))
    if (slot.start === start) return takenIn(slot, booked) < rules.perSlot ? slot : 'taken';
  return null;
};

/** By when a call asked for now comes; null when that is not offered, or there are no call hours. */
export const soonFrom = (rules: CallbackSettings, now: number): number | null => {
  if (rules.soonMinutes === 0) return null;
  const due = addOpenMinutes(rules.hours, now, rules.soonMinutes);
  return due === null ? null : Math.ceil(due / minute) * minute;
};

/** An instant, or the first within call hours after it; null when there is none within two months. */
export const withinHours = (rules: Pick<CallbackSettings, 'hours'>, instant: number): number | null => {
  for (const [opens] of intervalsFrom(rules.hours, instant)) return Math.max(opens, instant);
  return null;
};

/** Whether calls are made at an instant. */
export const isOpen = (rules: Pick<CallbackSettings, 'hours'>, instant: number): boolean =>
  withinHours(rules, instant) === instant;

/** When a pause after a try in vain is over, within call hours. `next_day`: with the first of another day. */
export const afterPause = (
  rules: Pick<CallbackSettings, 'hours'>,
  now: number,
  pause: RetryPause,
): number | null => {
  if (pause !== 'next_day') return withinHours(rules, now + pause * minute);
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: rules.hours.zone });
  const today = dayOf.format(now);
  for (const [opens] of intervalsFrom(rules.hours, now))
    if (opens > now && dayOf.format(opens) !== today) return opens;
  return null;
};
