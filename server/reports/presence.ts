import type { SiteReport, Waiting } from '../../shared/reports/schema.ts';
import { smallSample } from '../../shared/reports/limits.ts';
import { plusDays, weekdayOf } from './days.ts';
import type { CountedDay } from './readDays.ts';

type Grid = number[][];

const hoursOfDay = 24;
const hourSeconds = 3_600;
/** Nobody is online where it's less than three minutes of the hour. */
const nobody = 0.05;

const emptyGrid = (): Grid => Array.from({ length: 7 }, () => Array.from({ length: hoursOfDay }, () => 0));

const addTo = (grid: Grid, weekday: number, hour: number, value: number): void => {
  const row = grid[weekday];
  if (row) row[hour] = (row[hour] ?? 0) + value;
};

/** The instant up to which a report's time has passed, by the clock of the site. */
export interface Passed {
  day: string;
  /** Hours of it that are over. */
  hours: number;
}

/**
 * People online, on average, by weekday and hour: the time that staff were online in that hour, over how many such hours
 * of the period have passed since presence is kept.
 * @param first the first day of which anybody's presence is known; null of none
 */
export const onlineOf = (
  days: readonly CountedDay[],
  { from, until }: { from: string; until: string },
  first: string | null,
  passed: Passed,
): SiteReport['online'] => {
  const start = first !== null && first > from ? first : from;
  const end = until < passed.day ? until : passed.day;
  if (first === null || start > end) return null;
  const [seconds, hours] = [emptyGrid(), emptyGrid()];
  const counted = new Map(days.map((day) => [day.day, day.counted['staff.online']?.sums]));
  for (let day = start; day <= end; day = plusDays(day, 1)) {
    const weekday = weekdayOf(day);
    const over = day < passed.day ? hoursOfDay : passed.hours;
    for (let hour = 0; hour < over; hour++) {
      addTo(hours, weekday, hour, 1);
      addTo(seconds, weekday, hour, counted.get(day)?.[hour] ?? 0);
    }
  }
  const average = (sum: number, of: number): number => (of ? sum / (of * hourSeconds) : 0);
  return {
    since: start,
    average: average(sumOf(seconds), sumOf(hours)),
    week: seconds.map((row, weekday) => row.map((sum, hour) => average(sum, hours[weekday]?.[hour] ?? 0))),
  };
};

const sumOf = (grid: Grid): number => grid.flat().reduce((sum, value) => sum + value, 0);

/**
 * Two hours of the week in which nobody was online, and from which on people waited longest for a first reply, by the
 * clock and altogether; null where too few waited to tell.
 */
export const waitingOf = (days: readonly CountedDay[], online: SiteReport['online']): Waiting | null => {
  if (!online) return null;
  const [counts, seconds] = [emptyGrid(), emptyGrid()];
  for (const { counted } of days)
    for (const [key, [n, sum]] of Object.entries(counted['reply.first']?.began ?? {})) {
      const [weekday, hour] = [Math.floor(Number(key) / hoursOfDay), Number(key) % hoursOfDay];
      addTo(counts, weekday, hour, n);
      addTo(seconds, weekday, hour, sum);
    }
  const at = (grid: Grid, weekday: number, hour: number): number => grid[weekday]?.[hour] ?? 0;
  const [longest] = counts
    .flatMap((row, weekday) =>
      row.slice(1).map((_, hour) => ({
        weekday,
        hour,
        n: at(counts, weekday, hour) + at(counts, weekday, hour + 1),
        seconds: at(seconds, weekday, hour) + at(seconds, weekday, hour + 1),
        isEmpty: Math.max(at(online.week, weekday, hour), at(online.week, weekday, hour + 1)) < nobody,
      })),
    )
    .filter(({ n, isEmpty }) => isEmpty && n >= smallSample)
    .sort((one, other) => other.seconds - one.seconds);
  if (!longest) return null;
  const { weekday, hour, n, seconds: sum } = longest;
  return { weekday, hour, n, seconds: sum };
};
