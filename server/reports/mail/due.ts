import { DateTime } from 'luxon';
import type { ReportQuery } from '../../../shared/reports/schema.ts';

export const grains = ['week', 'month'] as const;
export type Grain = (typeof grains)[number];

/** A report that is sent by itself: of which days, and from when on. */
export interface Due {
  grain: Grain;
  /** Names it, with the grain: the first day. */
  from: string;
  query: Required<ReportQuery>;
  /** Seven o'clock on the day after its last one, by the site's clock. */
  at: number;
}

const steps = { week: { weeks: 1 }, month: { months: 1 } } as const;

/** @param end midnight after the last day */
const dueAfter = (grain: Grain, end: DateTime): Due => {
  const start = end.minus(steps[grain]);
  const name = (day: DateTime): string => day.toFormat('yyyy-MM-dd');
  const query = {
    from: name(start),
    until: name(end.minus({ days: 1 })),
    beforeFrom: name(start.minus(steps[grain])),
    beforeUntil: name(start.minus({ days: 1 })),
  };
  // Set, not added: a day on which clocks change has seven o'clock after six hours, or eight.
  return { grain, from: query.from, query, at: end.set({ hour: 7 }).toMillis() };
};

/** The report of a week or month that begins on a day. */
export const dueOf = (grain: Grain, from: string, zone: string): Due =>
  dueAfter(grain, DateTime.fromISO(from, { zone }).plus(steps[grain]));

/** The newest report whose time has come. */
export const latestDue = (grain: Grain, now: number, zone: string): Due => {
  const end = DateTime.fromMillis(now, { zone }).startOf(grain);
  const due = dueAfter(grain, end);
  return due.at <= now ? due : dueAfter(grain, end.minus(steps[grain]));
};

/** The next report whose time comes. */
export const nextDue = (grain: Grain, now: number, zone: string): Due =>
  dueOf(
    grain,
    DateTime.fromISO(latestDue(grain, now, zone).from, { zone })
      .plus(steps[grain])
      .toFormat('yyyy-MM-dd'),
    zone,
  );
