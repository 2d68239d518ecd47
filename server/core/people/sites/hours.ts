// biome-ignore-all lint/style/noNonNullAssertion: a week has the seven days that its schema asks for

import { DateTime } from 'luxon';
import { endsNextDay, type Hours, type HoursException } from '../../../../shared/core/people/hours.ts';

/** Days looked ahead or back at the most: beyond, a site counts as never open. */
const horizonDays = 62;

/** The instant at which a zone's clock was put forward last before another instant. */
const changeBefore = (instant: DateTime): number => {
  // Clocks change by a few hours at the most, once in a day.
  let before = instant.minus({ hours: 12 });
  let after = instant;
  while (after.toMillis() - before.toMillis() > 1) {
    const middle = before.plus(Math.floor((after.toMillis() - before.toMillis()) / 2));
    if (middle.offset === instant.offset) after = middle;
    else before = middle;
  }
  return after.toMillis();
};

/** When a day's clock shows a time. A time that it skips is the moment at which it does. */
const at = (day: DateTime, time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  // Built from the calendar, not by adding hours to midnight: right on days of 23 and 25 hours.
  if (hour === 24) return day.plus({ days: 1 }).startOf('day').toMillis();
  const shown = day.set({ hour, minute, second: 0, millisecond: 0 });
  return shown.hour === hour && shown.minute === minute ? shown.toMillis() : changeBefore(shown);
};

/**
 * The exception for a day, instead of its weekday's intervals: of this very date, else of its day and month in every
 * year.
 */
const exceptionOf = ({ exceptions = [] }: Hours, day: DateTime): HoursException | undefined => {
  if (exceptions.length === 0) return undefined;
  const date = day.toFormat('yyyy-MM-dd');
  return (
    exceptions.find((one) => !one.yearly && one.date === date) ??
    exceptions.find((one) => one.yearly && one.date.slice(5) === date.slice(5))
  );
};

/** The open intervals that begin on a day in the site's zone, as instants, in order; the last may end on the next. */
const intervalsOf = (hours: Hours, day: DateTime): [number, number][] =>
  (exceptionOf(hours, day)?.intervals ?? hours.week[day.weekday - 1] ?? [])
    .map((one): [number, number] => [
      at(day, one.from),
      at(endsNextDay(one) ? day.plus({ days: 1 }) : day, one.to),
    ])
    .sort((one, other) => one[0] - other[0]);

/**
 * A day of a site's zone, and the open intervals of the one before it, of it, and of those after it, as far as they were
 * looked at.
 */
interface Day {
  first: DateTime;
  start: number;
  end: number;
  intervals: [number, number][][];
}

/** Calendars are dear, and what is asked about is mostly today: days that were looked at last. */
const maxDays = 16;
const daysByHours = new WeakMap<Hours, Day[]>();

const dayOf = (hours: Hours, instant: number): Day => {
  const days = daysByHours.get(hours) ?? [];
  daysByHours.set(hours, days);
  const known = days.find(({ start, end }) => start <= instant && instant < end);
  if (known) return known;
  const zone = DateTime.fromMillis(instant, { zone: hours.zone });
  const first = (zone.isValid ? zone : DateTime.fromMillis(instant, { zone: 'utc' })).startOf('day');
  const end = first.plus({ days: 1 }).startOf('day').toMillis();
  const day: Day = { first, start: first.toMillis(), end, intervals: [] };
  if (days.unshift(day) > maxDays) days.pop();
  return day;
};

/** The open intervals that end after an instant, as instants, in order; two months far. */
export function* intervalsFrom(hours: Hours, instant: number): Generator<[number, number]> {
  const { first, intervals } = dayOf(hours, instant);
  // What the day before goes on with past midnight; and where two intervals meet the same moment, the first has it.
  let open = Number.NEGATIVE_INFINITY;
  for (let offset = -1; offset < horizonDays; offset++) {
    intervals[offset + 1] ??= intervalsOf(hours, first.plus({ days: offset }));
    for (const [from, to] of intervals[offset + 1] ?? []) {
      const begin = Math.max(from, open);
      open = Math.max(open, to);
      if (begin < to && to > instant) yield [begin, to];
    }
  }
}

/** Whether somebody answers now, and when the doors open next (null while open, or never within two months). */
export const openState = (hours: Hours, now: number): { open: boolean; opensAt: number | null } => {
  for (const [from] of intervalsFrom(hours, now))
    return from <= now ? { open: true, opensAt: null } : { open: false, opensAt: from };
  return { open: false, opensAt: null };
};

/** When the doors open or close next; null where neither happens within two months. */
export const nextTurn = (hours: Hours, now: number): number | null => {
  for (const [from, to] of intervalsFrom(hours, now)) return from <= now ? to : from;
  return null;
};

/**
 * The instant at which so many minutes of opening hours have passed, which need not be whole ones.
 * @returns whole milliseconds, as every instant is; null when the hours never add up within two months
 */
export const addOpenMinutes = (hours: Hours, from: number, minutes: number): number | null => {
  let rest = minutes * 60_000;
  for (const [start, end] of intervalsFrom(hours, from)) {
    const begin = Math.max(start, from);
    if (end - begin >= rest) return Math.round(begin + rest);
    rest -= end - begin;
  }
  return null;
};

/** Minutes of opening hours between two instants. */
export const openMinutesBetween = (hours: Hours, from: number, to: number): number => {
  let sum = 0;
  for (const [start, end] of intervalsFrom(hours, from)) {
    if (start >= to) break;
    sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return sum / 60_000;
};
