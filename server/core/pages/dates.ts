/**
 * English without a region is written as most of its readers write it: the day before the month, and 24 hours. A tag
 * with a region is taken at its word.
 */
const localeOf = (tag: string): string => (tag === 'en' ? 'en-GB' : tag);

const clock = { hour: 'numeric', minute: '2-digit' } as const;

/** A time of day in a zone. */
export const clockText = (at: number, tag: string, zone: string): string =>
  new Intl.DateTimeFormat(localeOf(tag), { ...clock, timeZone: zone }).format(at);

/** A day of the week with its date, in a zone. */
export const dayText = (at: number, tag: string, zone: string): string =>
  new Intl.DateTimeFormat(localeOf(tag), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  }).format(at);

/** A date, or a date with its time, in a zone. */
export const dateText = (at: number, tag: string, zone: string, withTime = false): string =>
  new Intl.DateTimeFormat(localeOf(tag), {
    dateStyle: 'medium',
    ...(withTime && { timeStyle: 'short' as const }),
    timeZone: zone,
  }).format(at);

/** An instant as a person reads it, with the zone named: in mails nobody knows the reader's. */
export const instantText = (at: number, tag: string, zone: string): string =>
  new Intl.DateTimeFormat(localeOf(tag), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...clock,
    timeZone: zone,
    timeZoneName: 'short',
  }).format(at);
