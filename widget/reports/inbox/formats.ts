import { durationText } from '../../../shared/reports/durationText.ts';
import { fill } from '../../core/text/fill.ts';
import type { ReportTexts } from './texts.ts';

/** Formats of a report's numbers and days. */
export interface Formats {
  tag: string;
  number(value: number): string;
  percent(value: number): string;
  /** Seconds as a person says them, in two units at the most. */
  duration(seconds: number | null): string;
  day(name: string): string;
  shortDay(name: string): string;
  range(from: string, until: string): string;
  weekday(index: number): string;
  /** The name of a weekday, and when some hours of it begin and end. */
  weekHours(weekday: number, hour: number, length: number): { weekday: string; from: string; until: string };
  fill(text: string, values: Record<string, string | number>): string;
}

export const formatsOf = (tag: string): Formats => {
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  const [long, short, weekday] = [
    date({ dateStyle: 'medium' }),
    date({ day: 'numeric', month: 'short' }),
    date({ weekday: 'short' }),
  ];
  const [weekdayName, time] = [date({ weekday: 'long' }), date({ hour: 'numeric', minute: '2-digit' })];
  const at = (name: string): number => Date.parse(`${name}T00:00:00Z`);
  return {
    tag,
    number: (value) => numbers.format(value),
    percent: (value) => percents.format(value),
    duration: (seconds) => durationText(tag, seconds),
    day: (name) => long.format(at(name)),
    shortDay: (name) => short.format(at(name)),
    range: (from, until) => long.formatRange(at(from), at(until)),
    // 5 January 1970 was a Monday.
    weekday: (index) => weekday.format(Date.UTC(1970, 0, 5 + index)),
    weekHours: (index, hour, length) => ({
      weekday: weekdayName.format(Date.UTC(1970, 0, 5 + index)),
      from: time.format(Date.UTC(1970, 0, 5, hour)),
      until: time.format(Date.UTC(1970, 0, 5, hour + length)),
    }),
    fill: (text, values) => fill(text, values, (value) => numbers.format(value)),
  };
};

/** The surroundings of every part of the report. */
export interface Around {
  formats: Formats;
  texts: ReportTexts;
  /** Shows the rows behind a number. */
  show(what: Shown): void;
}

/** A number that is shown, with its filter. */
export interface Shown {
  name: string;
  kind: string;
  channel?: string | undefined;
  team?: string | undefined;
  staff?: string | undefined;
  subject?: string | undefined;
  value?: string | undefined;
  /** Other days than the report's. */
  from?: string | undefined;
  until?: string | undefined;
}
