import { DateTime } from 'luxon';
import type { Hours, HoursException } from '../../../shared/core/people/site.ts';

/** Days looked ahead or back at the most: beyond, a site counts as never open. */
const horizonDays = 62;

const at = (day: DateTime, time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  // Built from the calendar, not by adding hours to midnight: right on days of 23 and 25 hours.
  return hour === 24
    ? day.plus({ days: 1 }).startOf('day').toMillis()
    : day.set({ hour, minute, second: 0, millisecond: 0 }).toMillis();
};

/** What holds on a day instead of its weekday's intervals: of this very date, else of its day and month in every year. */
const exceptionOf = ({ exceptions = [] }: Hours, day: DateTime): HoursException | undefined => {
  if (exceptions.length === 0) return undefined;
  const date = day.toFormat('yyyy-MM-dd');
  return (
    exceptions.find((one) => !one.yearly && one.date === date) ??
    exceptions.find((one) => one.yearly && one.date.slice(5) === date.slice(5))
  );
};

/** The open intervals of a day in the site's zone, as instants, in order. */
const intervalsOf = (hours: Hours, day: DateTime): [number, number][] => {
  let open = Number.NEGATIVE_INFINITY;
  return (
    (exceptionOf(hours, day)?.intervals ?? hours.week[day.weekday - 1] ?? [])
      .map(({ from, to }): [number, number] => [at(day, from), at(day, to)])
      .sort((one, other) => one[0] - other[0])
      // In the hour that a clock skips, two times of the wall are one instant: no moment is open twice.
      .map(([from, to]): [number, number] => {
        const begin = Math.max(from, open);
        open = Math.max(open, to);
        return [begin, to];
      })
      .filter(([from, to]) => from < to)
  );
};

type Days = [number, number][][];
const kept = new WeakMap<Hours, Map<number, Days>>();

/** The intervals of a day and those after it, as far as they were looked at: calendars are dear. */
const daysFrom = (hours: Hours, first: DateTime): Days => {
  const starts = kept.get(hours) ?? new Map<number, Days>();
  kept.set(hours, starts);
  const known = starts.get(first.toMillis());
  if (known) return known;
  if (starts.size >= 16) starts.clear();
  const days: Days = [];
  starts.set(first.toMillis(), days);
  return days;
};

/** The open intervals that end after an instant, as instants, in order; two months far. */
export function* intervalsFrom(hours: Hours, instant: number): Generator<[number, number]> {
  const zone = DateTime.fromMillis(instant, { zone: hours.zone });
  const first = (zone.isValid ? zone : DateTime.fromMillis(instant, { zone: 'utc' })).startOf('day');
  const days = daysFrom(hours, first);
  for (let offset = 0; offset < horizonDays; offset++) {
    days[offset] ??= intervalsOf(hours, first.plus({ days: offset }));
    for (const interval of days[offset]!) if (interval[1] > instant) yield interval;
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
