import { span } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import type { StaffTexts } from './texts.ts';

/** A time of day in a zone; the reader's own without one. */
export const clock = (tag: string, at: number, zone?: string): string =>
  new Intl.DateTimeFormat(tag, {
    hour: 'numeric',
    minute: '2-digit',
    ...(zone && { timeZone: zone }),
  }).format(at);

const dayIn = (at: number, zone?: string): string =>
  new Intl.DateTimeFormat('en-CA', { ...(zone && { timeZone: zone }) }).format(at);

/** A time of day, with the day where it is not today's. */
export const whenIn = (tag: string, at: number, now: number, zone?: string): string =>
  dayIn(at, zone) === dayIn(now, zone)
    ? clock(tag, at, zone)
    : new Intl.DateTimeFormat(tag, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: 'numeric',
        minute: '2-digit',
        ...(zone && { timeZone: zone }),
      }).format(at);

/** The time until a call is due, or since. */
export const countdown = (texts: StaffTexts, tag: string, at: number, now: number): string =>
  fill(at >= now ? texts.in : texts.late, { duration: span(tag, Math.abs(at - now)) });

/** A zone as people call it: its city, without underscores. */
export const zoneName = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** The day in a zone, as `YYYY-MM-DD`, so many days from it. */
export const dayOf = (at: number, zone: string): string => dayIn(at, zone);

/** A day so many days from another; days are those of the calendar, whatever the clocks do. */
export const shiftDay = (day: string, days: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
};
