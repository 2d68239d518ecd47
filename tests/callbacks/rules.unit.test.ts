import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  advance,
  callbackStates,
  closedStates,
  outcomes,
  stepsFrom,
} from '../../shared/callbacks/machine.ts';
import { isCallable, readNumber } from '../../server/callbacks/numbers.ts';
import { afterPause, findSlot, freeSlots, soonFrom, takenIn } from '../../server/callbacks/slots.ts';
import { defaultSettings } from '../../shared/siteSettings.ts';
import type { CallbackSettings } from '../../shared/callbacks/settings.ts';
import { dataPath, hasSharedData, hostile, hostilePhones } from '../helpers/data.ts';
import { readFileSync } from 'node:fs';

const defaults = defaultSettings().callback;
const rulesOf = (more: Partial<CallbackSettings> = {}): CallbackSettings => ({ ...defaults, ...more });
const minute = 60_000;

describe('the state machine', () => {
  test('what is over stays over, and everything else can end', () => {
    for (const state of closedStates) expect(stepsFrom(state)).toEqual([]);
    for (const state of callbackStates)
      if (!closedStates.includes(state))
        for (const outcome of outcomes) expect(advance(state, outcome), `${state} ${outcome}`).not.toBeNull();
  });

  test('nobody moves or calls off a call while the phone rings, but for the person who holds it', () => {
    expect(advance('calling', 'cancel')).toBeNull();
    expect(advance('calling', 'reschedule')).toBe('rescheduled');
    expect(advance('calling', 'call_ended')).toBe('due');
  });

  test('whatever happens in whatever order, every state is one of ours and ends are final (2,000 histories)', () => {
    const step = fc.constantFrom(
      ...([
        'accept',
        'reassign',
        'come_due',
        'call_started',
        'call_ended',
        ...outcomes,
        'reschedule',
        'cancel',
        'expire',
      ] as const),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('requested', 'scheduled'),
        fc.array(step, { maxLength: 40 }),
        (first, steps) => {
          let state: (typeof callbackStates)[number] = first as 'requested';
          let ended = false;
          for (const one of steps) {
            const next = advance(state, one);
            if (ended) expect(next).toBeNull();
            if (next === null) continue;
            expect(callbackStates).toContain(next);
            state = next;
            ended = closedStates.includes(state);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe', // moves its clock by half an hour
  'Africa/Casablanca', // moves it around Ramadan
  'Asia/Kathmandu', // a quarter past
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Asia/Tehran',
  'UTC',
];
const clockTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
  .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
const intervals = fc.array(fc.tuple(clockTime, clockTime), { maxLength: 3 }).map((pairs) => {
  const sorted = pairs
    .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }))
    .filter(({ from, to }) => from < to)
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const apart: typeof sorted = [];
  for (const one of sorted) if (!apart.length || apart.at(-1)!.to <= one.from) apart.push(one);
  return apart;
});
const schedule = fc.record({
  zone: fc.constantFrom(...zones),
  week: fc.array(intervals, { minLength: 7, maxLength: 7 }),
  exceptions: fc.array(
    fc.record({
      date: fc.constantFrom('2026-03-29', '2026-10-25', '2026-11-01', '2026-03-08', '2026-12-25'),
      yearly: fc.boolean(),
      intervals,
    }),
    { maxLength: 2 },
  ),
});
const rules = fc
  .record({
    hours: schedule,
    slotMinutes: fc.constantFrom(5, 15, 30, 45, 60),
    perSlot: fc.integer({ min: 1, max: 4 }),
    leadMinutes: fc.constantFrom(0, 30, 600),
    daysAhead: fc.constantFrom(1, 2, 4),
  })
  .map((more) => rulesOf(more));
/** Around the nights on which clocks change, and any other time of two years. */
const instant = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-29T01:00Z',
        '2026-10-25T01:00Z',
        '2026-03-08T07:00Z',
        '2026-11-01T06:00Z',
        '2026-04-05T15:00Z',
      ),
      fc.integer({ min: -36 * 60, max: 36 * 60 }),
    )
    .map(([at, offset]) => Date.parse(at) + offset * minute),
  fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
);

/** The intervals of the schedule on a day, as the clock on the wall shows them. */
const hoursOn = ({ hours }: CallbackSettings, day: DateTime) => {
  const date = day.toISODate()!;
  const exceptions = hours.exceptions ?? [];
  const exception =
    exceptions.find((one) => !one.yearly && one.date === date) ??
    exceptions.find((one) => one.yearly && one.date.slice(5) === date.slice(5));
  return (exception ? exception.intervals : hours.week[day.weekday - 1]!).map(({ from, to }) => {
    const wall = (time: string) => {
      const [hour, minutes] = time.split(':').map(Number);
      const shown = day.set({ hour: hour!, minute: minutes!, second: 0, millisecond: 0 });
      if (shown.hour === hour && shown.minute === minutes) return shown.toMillis();
      // Skipped: when the clock first shows a later time.
      let passed = day;
      while (passed.hasSame(day, 'day') && passed.hour * 60 + passed.minute < hour! * 60 + minutes!)
        passed = passed.plus({ minutes: 1 });
      return passed.toMillis();
    };
    return { from: wall(from), to: wall(to) };
  });
};

/** The intervals of the day that an instant lies on, each day looked at once: calendars are dear. */
const createHours = (given: CallbackSettings) => {
  const days: { start: number; end: number; open: ReturnType<typeof hoursOn> }[] = [];
  return (at: number) => {
    let found = days.find(({ start, end }) => start <= at && at < end);
    if (!found) {
      const day = DateTime.fromMillis(at, { zone: given.hours.zone }).startOf('day');
      const end = day.plus({ days: 1 }).startOf('day').toMillis();
      found = { start: day.toMillis(), end, open: hoursOn(given, day) };
      days.push(found);
    }
    return found.open;
  };
};

/** A plain look, millions of times. */
const hold = (isSo: boolean, what: string): void => {
  if (!isSo) throw new Error(`a slot is not ${what}`);
};

describe('slots', () => {
  test('never outside the schedule, never in the past, never beyond what a slot takes (10,000 cases)', () => {
    let cases = 0;
    let seen = 0;
    fc.assert(
      fc.property(rules, instant, fc.array(fc.nat(400), { maxLength: 10 }), (given, now, wishes) => {
        cases++;
        const from = now + given.leadMinutes * minute;
        const booked: { start: number; end: number }[] = [];
        const all = freeSlots(given, now, []);
        // People book whatever is shown, in any order, many of them the same.
        for (const wish of wishes) {
          const slot = all[wish % Math.max(1, all.length)];
          if (!slot) break;
          const had = findSlot(given, now, slot.start, booked);
          expect(had).not.toBeNull();
          if (had !== 'taken') booked.push(had!);
          expect(takenIn(slot, booked)).toBeLessThanOrEqual(given.perSlot);
        }
        const free = freeSlots(given, now, booked);
        const hoursAt = createHours(given);
        for (const slot of free) {
          seen++;
          hold(slot.start >= from, 'not before the lead time');
          hold(slot.start <= now + given.daysAhead * 24 * 60 * minute, 'not beyond the days ahead');
          hold(slot.end - slot.start === given.slotMinutes * minute, 'as long as a slot is');
          hold(takenIn(slot, booked) < given.perSlot, 'with a place left');
          // The same instant on both sides: what the schedule's clock shows lies within its hours.
          hold(
            hoursAt(slot.start).some(({ from, to }) => slot.start >= from && slot.end <= to),
            'within the hours of its day',
          );
        }
        expect(new Set(free.map(({ start }) => start)).size).toBe(free.length);
        // Between slots there is none to be had.
        if (all[0]) expect(findSlot(given, now, all[0].start + minute, [])).toBeNull();
      }),
      { numRuns: 10_000 },
    );
    expect(cases).toBeGreaterThanOrEqual(10_000);
    expect(seen).toBeGreaterThan(10_000);
  }, 600_000);

  test('half of an hour that the clock skips is no slot, and what follows it is one', () => {
    const given = rulesOf({
      hours: {
        zone: 'Europe/Berlin',
        week: Array.from({ length: 7 }, () => [{ from: '02:30', to: '03:30' }]),
      },
      slotMinutes: 15,
      leadMinutes: 0,
      daysAhead: 1,
    });
    const slots = freeSlots(given, Date.parse('2026-03-29T00:00:00+01:00'), []);
    expect(slots.slice(0, 2).map(({ start }) => start)).toEqual([
      Date.parse('2026-03-29T03:00:00+02:00'),
      Date.parse('2026-03-29T03:15:00+02:00'),
    ]);
    expect(slots.filter(({ start }) => start < Date.parse('2026-03-30T00:00:00+02:00'))).toHaveLength(2);
  });

  test('on the day that loses an hour and on the one that gains one, the clock’s hours are the slots', () => {
    const always = rulesOf({
      hours: {
        zone: 'Europe/Berlin',
        week: Array.from({ length: 7 }, () => [{ from: '01:00', to: '04:00' }]),
      },
      slotMinutes: 60,
      leadMinutes: 0,
      daysAhead: 1,
    });
    const onDay = (date: string) =>
      freeSlots(always, Date.parse(`${date}T00:00:00+01:00`), [])
        .filter(({ start }) => DateTime.fromMillis(start, { zone: 'Europe/Berlin' }).toISODate() === date)
        .map(({ start }) => DateTime.fromMillis(start, { zone: 'Europe/Berlin' }).toFormat('HH:mm'));
    expect(onDay('2026-03-29')).toEqual(['01:00', '03:00']);
    expect(onDay('2026-03-30')).toEqual(['01:00', '02:00', '03:00']);
    expect(onDay('2026-10-25')).toEqual(['01:00', '02:00', '02:00', '03:00']);
  });

  test('a slot of an older, other grid takes its part of the new ones', () => {
    const given = rulesOf({ perSlot: 1, slotMinutes: 30 });
    const monday = Date.parse('2026-03-02T06:00:00Z');
    const [first, second, third] = freeSlots(given, monday, []);
    const booked = [{ start: first!.start + 15 * minute, end: second!.start + 15 * minute }];
    expect(freeSlots(given, monday, booked)[0]).toEqual(third);
    expect(findSlot(given, monday, first!.start, booked)).toBe('taken');
  });

  test('"as soon as possible" and pauses of the plan count call hours alone', () => {
    const given = rulesOf({ soonMinutes: 30 });
    const friday = Date.parse('2026-03-06T15:50:00Z'); // 16:50 in Berlin, open until 17:00
    expect(new Date(soonFrom(given, friday)!).toISOString()).toBe('2026-03-09T08:20:00.000Z');
    expect(new Date(afterPause(given, friday, 30)!).toISOString()).toBe('2026-03-09T08:00:00.000Z');
    expect(new Date(afterPause(given, friday, 5)!).toISOString()).toBe('2026-03-06T15:55:00.000Z');
    expect(new Date(afterPause(given, friday, 'next_day')!).toISOString()).toBe('2026-03-09T08:00:00.000Z');
    expect(soonFrom(rulesOf({ soonMinutes: 0 }), friday)).toBeNull();
    const never = rulesOf({ hours: { zone: 'UTC', week: Array.from({ length: 7 }, () => []) } });
    expect(soonFrom(never, friday)).toBeNull();
    expect(afterPause(never, friday, 10)).toBeNull();
  });
});

describe('real and hostile numbers', () => {
  const list = JSON.parse(
    hasSharedData ? readFileSync(dataPath('phones/phones-valid.json'), 'utf8') : '[]',
  ) as string[];
  /** Groups begin with the E.164 form; where the national form is as the international one it is there once. */
  const groups: string[][] = [];
  for (const text of list) {
    if (/^\+\d+$/.test(text)) groups.push([text]);
    else groups.at(-1)!.push(text);
  }

  test.skipIf(!hasSharedData)(
    'each form of each region’s number is the same number; the national one with its region',
    () => {
      expect(groups.length).toBeGreaterThan(200);
      const rules = rulesOf();
      for (const [number, ...others] of groups) {
        const plain = readNumber(number!, 'DE');
        if (!('number' in plain)) throw new Error(`${number} is refused as ${plain.refused}`);
        expect(plain.number.number).toBe(number);
        expect(isCallable(plain.number, rules), number).toBe(true);
        for (const text of others) {
          const read = readNumber(text, plain.number.country);
          expect(read, text).toMatchObject({ number: { number } });
        }
      }
    },
  );

  const people: Record<string, string> = {
    '+1 212 555 0199': '+12125550199',
    '+1415555267１': '+14155552671',
    '+49 (0) 30 123456': '+4930123456',
    '0049 30 123456': '+4930123456',
    '+44 020 7946 0958': '+442079460958',
    '+1\xa0415\xa0555\xa02671': '+14155552671',
  };

  test('what is no number is refused with a reason; nothing that a person would not agree with is made of it', () => {
    for (const text of hostilePhones())
      for (const country of ['US', 'DE', 'ZZ']) {
        const read = readNumber(text, country);
        if ('refused' in read) {
          expect(['not_phone', 'required', 'too_long'], text).toContain(read.refused);
          continue;
        }
        const { number, extension, country: of } = read.number;
        expect(number, text).toMatch(/^\+[1-9]\d{6,14}$/);
        // Its digits are those that were written, in their order, or it is a known case.
        const all = text.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '');
        const digits = extension === null ? all : all.slice(0, -extension.length);
        expect(
          number === people[text] || number.endsWith(digits),
          `${JSON.stringify(text)} became ${number}`,
        ).toBe(true);
        expect(of).toMatch(/^[A-Z]{2}$/);
      }
    for (const [text, number] of Object.entries(people))
      if (list.length) expect(readNumber(text, 'US'), text).toMatchObject({ number: { number } });
  });

  test('Mexico’s mobile numbers are taken with the 1 that they had, and an extension is kept beside the number', () => {
    for (const text of ['+52 1 55 1234 5678', '+5215512345678', '0052 1 55 1234 5678', '+52 55 1234 5678'])
      expect(readNumber(text, 'DE'), text).toMatchObject({ number: { number: '+525512345678' } });
    for (const [text, number, extension] of [
      ['+49 30 901820 ext. 7', '+4930901820', '7'],
      ['+49 30 901820 Durchwahl 12', '+4930901820', '12'],
      ['(212) 555-0199 x12', '+12125550199', '12'],
      ['+1 415 555 2671;ext=9', '+14155552671', '9'],
      ['+1 415 555 2671 (ext 0042)', '+14155552671', '0042'],
      ['+7 495 123-45-67 доб. 5', '+74951234567', '5'],
      ['+966 11 456 7890 تحويلة ٧١', '+966114567890', '71'],
    ] as const)
      expect(readNumber(text, 'US'), text).toMatchObject({ number: { number, extension } });
    for (const text of [
      '1-800-FLOWERS',
      '*#06#',
      '+14155552671,,,,1234#',
      'ext. 7',
      '+49 30 901820 ext. 12345678',
    ])
      expect(readNumber(text, 'US'), text).toEqual({ refused: 'not_phone' });
  });

  test('premium, satellite and other numbers that nobody is called back at are not callable', () => {
    for (const text of [
      '+1 900 555 0123',
      '+979 123 456 789',
      '+882 1650 1234',
      '+870 773 111 632',
      '+447644123456',
    ]) {
      const read = readNumber(text, 'US');
      expect('refused' in read || !isCallable(read.number, rulesOf()), text).toBe(true);
    }
    const berlin = readNumber('+49 30 123456', 'DE');
    if (!('number' in berlin)) throw new Error('refused');
    expect(isCallable(berlin.number, rulesOf({ countries: ['AT'] }))).toBe(false);
    expect(isCallable(berlin.number, rulesOf({ blockedPrefixes: ['+4930'] }))).toBe(false);
    expect(isCallable(berlin.number, rulesOf({ types: ['mobile'] }))).toBe(false);
  });

  test('every string of the lists is read within bounds', () => {
    for (const name of ['blns', 'unicode', 'search-query', 'log-injection'] as const)
      for (const text of hostile(name)) expect(() => readNumber(text, 'DE')).not.toThrow();
  });
});
