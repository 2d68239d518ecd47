import { type Belongs, type DayTimes, readColumn } from './dayTimes.ts';

/** Durations, sorted: seconds of opening hours, and by the clock. */
export interface Times {
  open: Uint32Array;
  clock: Uint32Array;
}

/** The durations of a period: of all, and of each channel, team and person. */
export interface PeriodTimes {
  all: Times;
  by: Record<keyof Belongs, ReadonlyMap<string, Times>>;
}

const keys = ['channel', 'teamId', 'staffId'] as const;

/** A day's columns, with the period's places of its groups. */
interface Day {
  open: Uint32Array;
  clock: Uint32Array;
  group: Uint32Array;
  places: Uint32Array;
}

/** One list of numbers that is filled from its beginning. */
class Filled {
  readonly numbers: Uint32Array;
  #at = 0;

  constructor(length: number) {
    this.numbers = new Uint32Array(length);
  }

  push(number: number): void {
    this.numbers[this.#at++] = number;
  }
}

/** Groups of a period, each with how many durations it has. */
class Groups {
  readonly sizes: number[] = [];
  readonly #belongs: Belongs[] = [];
  readonly #places = new Map<string, number>();

  placeOf([channel, teamId, staffId]: DayTimes['groups'][number]): number {
    const key = `${channel}|${teamId}|${staffId}`;
    const place = this.#places.get(key) ?? this.#belongs.push({ channel, teamId, staffId }) - 1;
    this.#places.set(key, place);
    this.sizes[place] ??= 0;
    return place;
  }

  /** For each value of a key an empty list of its length; and by the groups' places, the list that each goes into. */
  listsBy(key: keyof Belongs): { lists: Map<string, Filled>; ofGroup: (Filled | undefined)[] } {
    const lengths = new Map<string, number>();
    for (const [place, belongs] of this.#belongs.entries())
      lengths.set(belongs[key], (lengths.get(belongs[key]) ?? 0) + (this.sizes[place] ?? 0));
    lengths.delete('');
    const lists = new Map([...lengths].map(([value, length]) => [value, new Filled(length)]));
    return { lists, ofGroup: this.#belongs.map((belongs) => lists.get(belongs[key])) };
  }
}

/**
 * Sorts one of the two durations once, each with its group behind it, and deals the sorted ones out: lists of channels,
 * teams and people need no sorting of their own.
 */
const sortColumn = (days: readonly Day[], column: 'open' | 'clock', groups: Groups) => {
  const count = groups.sizes.length || 1;
  const sorted = new Float64Array(days.reduce((length, day) => length + day.group.length, 0));
  let at = 0;
  for (const day of days)
    for (const [index, seconds] of day[column].entries())
      sorted[at++] = seconds * count + (day.places[day.group[index] ?? 0] ?? 0);
  sorted.sort();
  const all = new Filled(sorted.length);
  const dealt = keys.map((key) => groups.listsBy(key));
  for (const each of sorted) {
    const seconds = Math.floor(each / count);
    const group = each - seconds * count;
    all.push(seconds);
    for (const { ofGroup } of dealt) ofGroup[group]?.push(seconds);
  }
  return { all: all.numbers, by: dealt.map(({ lists }) => lists) };
};

/** Joins the durations of days. */
export const joinTimes = (times: readonly DayTimes[]): PeriodTimes => {
  const groups = new Groups();
  const days = times.map(({ open, clock, group, groups: own }): Day => {
    const places = Uint32Array.from(own, (one) => groups.placeOf(one));
    const column = readColumn(group);
    for (const one of column) {
      const place = places[one] ?? 0;
      groups.sizes[place] = (groups.sizes[place] ?? 0) + 1;
    }
    return { open: readColumn(open), clock: readColumn(clock), group: column, places };
  });
  const open = sortColumn(days, 'open', groups);
  const clock = sortColumn(days, 'clock', groups);
  const by = (index: number): ReadonlyMap<string, Times> =>
    new Map(
      [...(open.by[index] ?? [])].map(([value, { numbers }]) => [
        value,
        { open: numbers, clock: clock.by[index]?.get(value)?.numbers ?? new Uint32Array() },
      ]),
    );
  return {
    all: { open: open.all, clock: clock.all },
    by: { channel: by(0), teamId: by(1), staffId: by(2) },
  };
};
