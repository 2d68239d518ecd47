import { z } from 'zod';
import { line } from '../fields.ts';
import { currentZone, isZone } from './zones.ts';

/** `HH:MM`, 24 hours, in the site's zone. `24:00` ends a day. */
export const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);

export const interval = z.object({ from: clockTime, to: clockTime });
export type Interval = z.infer<typeof interval>;

/** Whether an interval goes on past midnight: it ends before it begins, on the next day's clock. */
export const endsNextDay = ({ from, to }: Interval): boolean => to < from;

/**
 * The open intervals of one day: no two overlap, and only the last may go on past midnight. Where that meets what the
 * next day begins with, both are one.
 */
export const dayIntervals = z
  .array(interval)
  .max(6)
  .refine((intervals) => {
    const sorted = [...intervals].sort((one, other) => (one.from < other.from ? -1 : 1));
    return sorted.every(
      (one, index) =>
        one.from !== one.to &&
        one.from !== '24:00' &&
        (!endsNextDay(one) || index === sorted.length - 1) &&
        (sorted[index - 1]?.to ?? one.from) <= one.from,
    );
  });

/** Years whose days are instants in every zone, see `instant` in fields.ts. */
const [firstYear, lastYear] = [1971, 9998];

/** `YYYY-MM-DD`, a day that the calendar has, of this age. */
export const calendarDay = z.string().refine((text) => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (!year || !month || !day || Number(year) < firstYear || Number(year) > lastYear) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
});

/** A day that is not as its weekday: a holiday (no intervals), or hours of its own. */
export const hoursException = z.object({
  date: calendarDay,
  /** True: on this day and month of every year. */
  yearly: z.boolean().optional(),
  intervals: dayIntervals,
  name: line(60).optional(),
});
export type HoursException = z.infer<typeof hoursException>;

/** A time zone by its current name, whichever of its names was given. */
export const zone = line(60).refine(isZone).overwrite(currentZone);

/** Opening hours: seven lists of intervals, Monday first, the zone they are meant in, and the days that differ. */
export const hours = z.object({
  zone,
  week: z.array(dayIntervals).length(7),
  /** Absent in what was stored before there were any. A date of one year comes before one of every year. */
  exceptions: z.array(hoursException).max(200).optional(),
});
export type Hours = z.infer<typeof hours>;

/** Hours of an office: weekdays from nine to five. */
export const officeHours = (): Hours => ({
  zone: 'Europe/Berlin',
  week: [...Array.from({ length: 5 }, () => [{ from: '09:00', to: '17:00' }]), [], []],
});
