import type { NpsReport } from '../../../shared/nps/schema.ts';
import type { Point } from './charts.tsx';

/** Formats of a report's numbers and times. */
export interface ReportFormats {
  whole(value: number): string;
  exact(value: number): string;
  signed(value: number): string;
  percent(value: number): string;
  probability(value: number): string;
  languageName(code: string): string;
  /** Days in the site's zone, whose days they are. */
  range(from: number, until: number): string;
  /** Names points by their time. */
  byTime(list: NpsReport['weeks'], options: Intl.DateTimeFormatOptions): Point[];
}

/** @param zone the site's */
export const reportFormats = (tag: string, zone: string): ReportFormats => {
  const numbers = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(tag, options);
    return (value: number): string => format.format(value);
  };
  const languages = new Intl.DisplayNames([tag], { type: 'language' });
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: zone });
  return {
    whole: numbers({ maximumFractionDigits: 0 }),
    exact: numbers({ maximumFractionDigits: 1 }),
    signed: numbers({ maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
    percent: numbers({ style: 'percent' }),
    probability: numbers({ maximumSignificantDigits: 2 }),
    languageName: (code) => languages.of(code) ?? code,
    range: (from, until) => days.formatRange(from, Math.max(from, until - 1)),
    byTime(list, options) {
      // They begin in the site's zone: elsewhere the first hour of a month is still in the one before.
      const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: zone });
      return list.map((one) => ({ ...one, name: format.format(one.at) }));
    },
  };
};
