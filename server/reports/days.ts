import { DateTime } from 'luxon';

/** Days that are kept at hand: facts come mostly in order. */
const maxDays = 64;

interface Day {
  name: string;
  start: number;
  end: number;
  /** Where its hours begin, with the hour that the clock shows. */
  hours: { at: number; hour: number }[];
}

const dayAt = (at: number, zone: string): Day => {
  const first = DateTime.fromMillis(at, { zone }).startOf('day');
  const end = first.plus({ days: 1 }).startOf('day').toMillis();
  const hours: Day['hours'] = [];
  // Quarters of hours: zones change their clocks at those.
  for (let instant = first.toMillis(); instant < end; instant += 900_000) {
    const { hour } = DateTime.fromMillis(instant, { zone });
    if (hours.at(-1)?.hour !== hour) hours.push({ at: instant, hour });
  }
  return { name: first.toFormat('yyyy-MM-dd'), start: first.toMillis(), end, hours };
};

/** Tells day and hour of instants in a zone: of days of 23 and 25 hours, too. */
export const createCalendar = (zone: string) => {
  const days: Day[] = [];
  return (at: number): { day: string; hour: number } => {
    let found = days.find(({ start, end }) => start <= at && at < end);
    if (!found) {
      found = dayAt(at, zone);
      if (days.unshift(found) > maxDays) days.pop();
    }
    return { day: found.name, hour: found.hours.findLast((one) => one.at <= at)?.hour ?? 0 };
  };
};

/** A day's neighbour: calendar days are the same in every zone. */
export const plusDays = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');

/** Days of a period, both ends included; negative where it ends before it begins. */
export const daysOf = (from: string, until: string): number =>
  Math.round(
    DateTime.fromISO(until, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days,
  ) + 1;

/** The instants between which days are. */
export const instantsOf = (from: string, until: string, zone: string): { from: number; until: number } => ({
  from: DateTime.fromISO(from, { zone }).toMillis(),
  until: DateTime.fromISO(until, { zone }).plus({ days: 1 }).startOf('day').toMillis(),
});

/** Monday is 0. */
export const weekdayOf = (day: string): number => DateTime.fromISO(day, { zone: 'utc' }).weekday - 1;

/** An hour of the week, from Monday's first (0) to Sunday's last (167). */
export const weekHourOf = ({ day, hour }: { day: string; hour: number }): number =>
  weekdayOf(day) * 24 + hour;
