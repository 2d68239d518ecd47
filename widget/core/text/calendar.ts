/**
 * The forms of days and clock times in a language. The first formatter of Intl costs a slow phone 45 ms, and the first
 * screen says when the team is back: what is written here needs none. A language whose dates differ much between
 * countries (Arabic: digits, names of months, even the calendar) has no calendar of ours, and Intl writes them.
 */
export interface Calendar {
  /** Sunday first. */
  days: readonly string[];
  /** As they stand in a date. */
  months: readonly string[];
  /** With `{day}` and `{month}`. */
  date: string;
  /** Yesterday, today, tomorrow. */
  near: readonly [string, string, string];
  /** 24 hours, or what stands behind the 12 hours before and after noon. */
  clock: 24 | readonly [morning: string, afternoon: string];
  /** Our own forms for a language that browsers do not bring. */
  own?: OwnCalendar;
}

/** Chromium leaves Albanian and Esperanto out of its Intl data and silently writes them in the browser's own language. */
export interface OwnCalendar {
  /** A tag that browsers do bring and that writes numbers the same way. */
  like: string;
  /** One and many of a unit, with `{n}`. */
  units: Record<'second' | 'minute' | 'hour', readonly [one: string, many: string]>;
  /** In a span of time, with `{span}`. */
  within: string;
}

/** Countries whose English has the month before the day. */
const monthFirst = /-(US|PH|CA)$|^en$/;
/** Countries whose English counts 24 hours, and those that write "AM" in capitals; by CLDR. */
const twentyFour = /-(GB|IE|ZA|KE|NG|MT|IL|ZW|BW|UG|TZ|MU|BZ|DE|AT|CH|NL|BE|SE|NO|DK|FI|SI|150)$/;
const capitals = /-(US|PH|AE|BD|LK)$|^en$/;

/**
 * A language's calendar as a country writes it.
 * @param region the reader's language tag
 */
export const inRegion = (calendar: Calendar, region: string): Calendar => {
  if (region === 'de-AT') return { ...calendar, months: ['Jänner', ...calendar.months.slice(1)] };
  if (!/^en\b/.test(region)) return calendar;
  return {
    ...calendar,
    date: monthFirst.test(region) ? '{month} {day}' : calendar.date,
    clock: twentyFour.test(region) ? 24 : capitals.test(region) ? calendar.clock : ['am', 'pm'],
  };
};
