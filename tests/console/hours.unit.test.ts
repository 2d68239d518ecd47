import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dayIntervals, zone } from '../../shared/core/people/hours.ts';
import { currentZone, findZone } from '../../shared/core/people/zones.ts';
import { describe, expect, test } from 'vitest';
import {
  addOpenMinutes,
  intervalsFrom,
  nextTurn,
  openMinutesBetween,
  openState,
} from '../../server/core/people/sites/hours.ts';
import type { Hours, HoursException, Interval } from '../../shared/core/people/hours.ts';

test('a zone is found by its name of today, by an old one and by its city', () => {
  const zones = ['America/Argentina/San_Juan', 'Asia/Kolkata', 'Europe/Kyiv', 'America/Port_of_Spain'];
  expect(
    ['Asia/Calcutta', 'asia/kolkata', 'kolkata', 'Europe/Kiev', 'port of spain'].map((typed) =>
      findZone(zones, typed),
    ),
  ).toEqual(['Asia/Kolkata', 'Asia/Kolkata', 'Asia/Kolkata', 'Europe/Kyiv', 'America/Port_of_Spain']);
  expect(['', 'Atlantis', '__proto__'].map((typed) => findZone(zones, typed))).toEqual([null, null, null]);
});

const day = [{ from: '09:00', to: '17:00' }];
const berlin = (text: string): number => DateTime.fromISO(text, { zone: 'Europe/Berlin' }).toMillis();
const weekdays = (exceptions?: HoursException[]): Hours => ({
  zone: 'Europe/Berlin',
  week: [day, day, day, day, day, [], []],
  ...(exceptions && { exceptions }),
});

describe('holidays and openings out of turn', () => {
  test('a holiday is closed, and the doors open on the day after', () => {
    const hours = weekdays([{ date: '2026-12-25', intervals: [], name: 'Christmas' }]);
    expect(openState(hours, berlin('2026-12-25T10:00'))).toEqual({
      open: false,
      opensAt: berlin('2026-12-28T09:00'),
    });
  });

  test('of every year holds in every year; of one year only in that', () => {
    const yearly = weekdays([{ date: '2020-05-01', yearly: true, intervals: [] }]);
    expect(openState(yearly, berlin('2026-05-01T10:00')).open).toBe(false);
    expect(openState(yearly, berlin('2031-05-01T10:00')).open).toBe(false);
    const once = weekdays([{ date: '2026-05-01', intervals: [] }]);
    expect(openState(once, berlin('2026-05-01T10:00')).open).toBe(false);
    expect(openState(once, berlin('2028-05-01T10:00')).open).toBe(true);
  });

  test('a date of one year comes before one of every year', () => {
    const hours = weekdays([
      { date: '2020-12-24', yearly: true, intervals: [] },
      { date: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }] },
    ]);
    expect(openState(hours, berlin('2026-12-24T10:00')).open).toBe(true);
    expect(openState(hours, berlin('2027-12-24T10:00')).open).toBe(false);
  });

  test('a Saturday can be opened, and a weekday shortened', () => {
    const hours = weekdays([
      { date: '2026-03-07', intervals: [{ from: '10:00', to: '14:00' }] },
      { date: '2026-03-06', intervals: [{ from: '09:00', to: '12:00' }] },
    ]);
    expect(openState(hours, berlin('2026-03-06T13:00'))).toEqual({
      open: false,
      opensAt: berlin('2026-03-07T10:00'),
    });
    expect(addOpenMinutes(hours, berlin('2026-03-06T11:30'), 60)).toBe(berlin('2026-03-07T10:30'));
  });

  test('a promise never falls into a closing', () => {
    const hours = weekdays([
      { date: '2026-04-03', intervals: [], name: 'Good Friday' },
      { date: '2026-04-06', intervals: [], name: 'Easter Monday' },
    ]);
    expect(addOpenMinutes(hours, berlin('2026-04-02T16:30'), 60)).toBe(berlin('2026-04-07T09:30'));
  });

  test('29 February of every year is a day of leap years alone', () => {
    const hours = weekdays([{ date: '2024-02-29', yearly: true, intervals: [] }]);
    expect(openState(hours, berlin('2028-02-29T10:00')).open).toBe(false);
    expect(openState(hours, berlin('2027-03-01T10:00')).open).toBe(true);
  });
});

describe('hours past midnight, and hours that a clock skips', () => {
  const bar = (week: Record<number, Interval[]>, zone = 'Europe/Berlin'): Hours => ({
    zone,
    week: Array.from({ length: 7 }, (_, index) => week[index] ?? []),
  });

  test('an evening goes on into the next day', () => {
    // Friday 22:00–02:00.
    const hours = bar({ 4: [{ from: '22:00', to: '02:00' }] });
    expect(dayIntervals.safeParse(hours.week[4]).success).toBe(true);
    expect(openState(hours, berlin('2026-03-06T23:59')).open).toBe(true);
    expect(openState(hours, berlin('2026-03-07T01:59')).open).toBe(true);
    expect(openState(hours, berlin('2026-03-07T02:00')).open).toBe(false);
    expect(openState(hours, berlin('2026-03-06T01:00')).open).toBe(false);
    expect(nextTurn(hours, berlin('2026-03-07T00:30'))).toBe(berlin('2026-03-07T02:00'));
    expect(addOpenMinutes(hours, berlin('2026-03-06T23:30'), 60)).toBe(berlin('2026-03-07T00:30'));
    expect(openMinutesBetween(hours, berlin('2026-03-06T20:00'), berlin('2026-03-07T20:00'))).toBe(240);
  });

  test('where it meets what the next day begins with, no moment is open twice', () => {
    const hours = bar({
      4: [{ from: '22:00', to: '02:00' }],
      5: [
        { from: '01:00', to: '03:00' },
        { from: '20:00', to: '00:00' },
      ],
    });
    expect(openMinutesBetween(hours, berlin('2026-03-06T00:00'), berlin('2026-03-09T00:00'))).toBe(540);
  });

  test('only the last interval of a day may go on, and none is empty', () => {
    for (const [intervals, isFine] of [
      [
        [
          { from: '22:00', to: '02:00' },
          { from: '09:00', to: '12:00' },
        ],
        true,
      ],
      [
        [
          { from: '20:00', to: '02:00' },
          { from: '22:00', to: '23:00' },
        ],
        false,
      ],
      [[{ from: '09:00', to: '09:00' }], false],
      [[{ from: '24:00', to: '02:00' }], false],
      [
        [
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '01:00' },
        ],
        false,
      ],
    ] as const)
      expect(dayIntervals.safeParse(intervals).success, JSON.stringify(intervals)).toBe(isFine);
  });

  test('a time that the clock skips is the moment at which it does', () => {
    // 29 March 2026, 02:00 becomes 03:00.
    const sunday = (from: string, to: string): [string, string][] =>
      [...intervalsFrom(bar({ 6: [{ from, to }] }), berlin('2026-03-29T00:00'))]
        .slice(0, 1)
        .filter(([start]) => start < berlin('2026-03-30T00:00'))
        .map(([start, end]) => [
          DateTime.fromMillis(start, { zone: 'Europe/Berlin' }).toFormat('HH:mm'),
          DateTime.fromMillis(end, { zone: 'Europe/Berlin' }).toFormat('HH:mm'),
        ]);
    expect(sunday('02:00', '03:00')).toEqual([]);
    expect(sunday('02:10', '02:50')).toEqual([]);
    expect(sunday('02:30', '04:00')).toEqual([['03:00', '04:00']]);
    expect(sunday('01:00', '02:30')).toEqual([['01:00', '03:00']]);
    expect(sunday('01:00', '04:00')).toEqual([['01:00', '04:00']]);
  });
});

describe('a zone', () => {
  test('goes by its current name, whichever is given', () => {
    for (const [given, current] of [
      ['Europe/Kiev', 'Europe/Kyiv'],
      ['Europe/Kyiv', 'Europe/Kyiv'],
      ['Asia/Calcutta', 'Asia/Kolkata'],
      ['Asia/Kolkata', 'Asia/Kolkata'],
      ['US/Eastern', 'America/New_York'],
      ['europe/berlin', 'Europe/Berlin'],
    ])
      expect(zone.parse(given)).toBe(current);
    expect(zone.safeParse('Mars/Olympus').success).toBe(false);
    for (const name of Intl.supportedValuesOf('timeZone')) {
      const offsetOf = (timeZone: string): string =>
        new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset', dateStyle: undefined }).format(
          0,
        );
      expect(offsetOf(currentZone(name)), name).toBe(offsetOf(name));
    }
  });
});

/** Zones with a change of time: north, south, of half an hour, at midnight, and none. */
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kolkata',
];

/** Days of 2026 on which the clocks of a zone change, the day before and the day after. */
const changingDays = (zone: string): DateTime[] => {
  const found: DateTime[] = [];
  for (let at = DateTime.fromISO('2026-01-01', { zone }); at.year === 2026; at = at.plus({ days: 1 })) {
    const next = at.plus({ days: 1 }).startOf('day');
    if (next.offset !== at.startOf('day').offset) found.push(at.minus({ days: 1 }), at, next);
  }
  return found.length ? found : [DateTime.fromISO('2026-06-15', { zone })];
};

const daysOf = new Map(zones.map((zone) => [zone, changingDays(zone)]));

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const anyDay = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 4 })
  .map((quarters) => {
    const sorted = quarters.map((quarter) => quarter * 15).sort((one, other) => one - other);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
      from: clock(sorted[index * 2]!),
      to: clock(sorted[index * 2 + 1]!),
    }));
  });

const anyCase = fc.constantFrom(...zones).chain((zone) =>
  fc.record({
    zone: fc.constant(zone),
    at: fc.constantFrom(...daysOf.get(zone)!),
    intervals: fc.oneof(fc.constant<Interval[]>([]), anyDay),
    yearly: fc.boolean(),
    minute: fc.integer({ min: 0, max: 1_439 }),
    length: fc.integer({ min: 1, max: 4_000 }),
  }),
);

describe('around the days on which clocks change', () => {
  test('an exception opens exactly when the clock on the wall says so', () => {
    fc.assert(
      fc.property(anyCase, ({ zone, at, intervals, yearly, minute }) => {
        const hours: Hours = {
          zone,
          week: Array.from({ length: 7 }, () => day),
          exceptions: [{ date: at.toFormat('yyyy-MM-dd'), yearly, intervals }],
        };
        const wall = at.startOf('day').set({ hour: Math.floor(minute / 60), minute: minute % 60 });
        // An hour that is skipped or comes twice has no single place on the wall.
        fc.pre(wall.hour * 60 + wall.minute === minute && wall.getPossibleOffsets().length === 1);
        fc.pre(wall.hasSame(at, 'day'));
        const isInside = intervals.some(({ from, to }) => {
          const edge = (text: string) =>
            text === '24:00'
              ? at.plus({ days: 1 }).startOf('day')
              : at.startOf('day').set({ hour: Number(text.slice(0, 2)), minute: Number(text.slice(3)) });
          return edge(from) <= wall && wall < edge(to);
        });
        expect(openState(hours, wall.toMillis()).open).toBe(isInside);
      }),
      { numRuns: 500, seed: 20_260_302 },
    );
  });

  test('adding minutes of opening and measuring them agree over an exception', () => {
    fc.assert(
      fc.property(anyCase, ({ zone, at, intervals, yearly, minute, length }) => {
        const hours: Hours = {
          zone,
          week: Array.from({ length: 7 }, () => day),
          exceptions: [{ date: at.toFormat('yyyy-MM-dd'), yearly, intervals }],
        };
        const from = at.minus({ days: 1 }).startOf('day').toMillis() + minute * 60_000;
        const due = addOpenMinutes(hours, from, length)!;
        expect(openMinutesBetween(hours, from, due)).toBeCloseTo(length, 6);
        // The minute before is still open: a promise ends within opening hours, never in a closing.
        expect(openState(hours, due - 60_000).open || openMinutesBetween(hours, due - 60_000, due) > 0).toBe(
          true,
        );
      }),
      { numRuns: 500, seed: 20_260_302 },
    );
  });
});
