import { getCountryForTimezone } from 'countries-and-timezones';
import { BoundedMap } from '../boundedMap.ts';

/*
 * The one way in which the server writes dates: in the reader's locale, an hour without a zero before it, and the zone in
 * words where the reader's isn't known.
 */

/**
 * English without a region is written as it is where the zone is: few of its readers write the month first. A tag with a
 * region is taken at its word.
 */
const localeOf = (tag: string, zone: string): string =>
  tag === 'en' ? `en-${getCountryForTimezone(zone)?.id ?? 'GB'}` : tag;

const clock = { hour: 'numeric', minute: '2-digit' } as const;
const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** Cached formatters: to make one takes longer than the rest of most pages. */
const formatters = new BoundedMap<string, Intl.DateTimeFormat>(200);

/** @throws RangeError for an unknown zone or a malformed tag */
const formatterOf = (tag: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${tag} ${zone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(tag, zone), { ...options, timeZone: zone });
  formatters.set(key, made);
  return made;
};

/** Some locales write the hour with two digits whatever is asked of them. */
const format = (at: number, tag: string, zone: string, options: Intl.DateTimeFormatOptions): string =>
  formatterOf(tag, zone, options)
    .formatToParts(at)
    .map(({ type, value }) => (type === 'hour' ? value.replace(/^0(?=[1-9])/, '') : value))
    .join('');

/** A time of day in a zone. */
export const clockText = (at: number, tag: string, zone: string): string => format(at, tag, zone, clock);

/** A day of the week with its date, in a zone. */
export const dayText = (at: number, tag: string, zone: string): string =>
  format(at, tag, zone, { weekday: 'long', day: 'numeric', month: 'long' });

/** A date, or a date with its time, in a zone. */
export const dateText = (at: number, tag: string, zone: string, withTime = false): string =>
  format(at, tag, zone, { ...date, ...(withTime && clock) });

/** A zone's name at an instant, in words: "Central European Summer Time". */
const zoneText = (at: number, tag: string, zone: string): string =>
  formatterOf(tag, zone, { timeZoneName: 'long' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

/** The zone that an instant is written in for a reader: their own, where it is known. */
export interface ReaderZone {
  zone: string;
  isTheirs: boolean;
}

/** @param known the reader's zone; null where nobody knows it: then it is another's, and is named */
export const zoneFor = (known: string | null, other: string): ReaderZone => ({
  zone: known ?? other,
  isTheirs: known !== null,
});

/** An instant as a person reads it; with its zone, where that isn't theirs. */
export const instantText = (at: number, tag: string, { zone, isTheirs }: ReaderZone): string => {
  const text = format(at, tag, zone, { weekday: 'short', day: 'numeric', month: 'short', ...clock });
  return isTheirs ? text : `${text} (${zoneText(at, tag, zone)})`;
};
