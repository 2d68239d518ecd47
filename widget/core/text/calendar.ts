/**
 * Dates and durations of a language that browsers do not bring: Chromium leaves Albanian and Esperanto out of its Intl
 * data and silently writes them in the browser's own language.
 */
export interface Calendar {
  /** A tag that browsers do bring and that writes clock times and numbers the same way. */
  like: string;
  /** Sunday first. */
  days: readonly string[];
  months: readonly string[];
  /** With `{day}` and `{month}`. */
  date: string;
  /** Yesterday, today, tomorrow. */
  near: readonly [string, string, string];
  /** One and many of a unit, with `{n}`. */
  units: Record<'second' | 'minute' | 'hour', readonly [one: string, many: string]>;
  /** In a span of time, with `{span}`. */
  within: string;
}
