import { expect, test } from 'vitest';
import { passOnline } from '../../server/core/people/staff/onlineHours.ts';
import { onlineOf, waitingOf } from '../../server/reports/presence.ts';
import { spansOf, stillOpen } from '../../server/reports/spans.ts';

const minute = 60_000;
const hour = 60 * minute;
const ten = Date.UTC(2026, 9, 19, 10);

test('time online is parted at the turn of the hour, by the clock of the zone', () => {
  const open = { hourAt: ten, onlineFor: 50 * minute };
  const held = { from: ten + 59.5 * minute, until: ten + 60.5 * minute };
  expect(passOnline(open, held, held.until, 'utc')).toEqual({
    over: [{ hourAt: ten, onlineFor: 50.5 * minute }],
    open: { hourAt: ten + hour, onlineFor: 0.5 * minute },
  });
  // Hours of Kathmandu begin at a quarter past.
  const nepal = passOnline(
    { hourAt: ten - 45 * minute, onlineFor: 0 },
    null,
    ten + 20 * minute,
    'Asia/Kathmandu',
  );
  expect(nepal).toEqual({ over: [], open: { hourAt: ten + 15 * minute, onlineFor: 0 } });
  // Heard of again after lunch: the minute that it held is of the hour that's over.
  const back = passOnline(open, { from: ten + 50 * minute, until: ten + 51 * minute }, ten + 3 * hour, 'utc');
  expect(back).toEqual({
    over: [{ hourAt: ten, onlineFor: 51 * minute }],
    open: { hourAt: ten + 3 * hour, onlineFor: 0 },
  });
});

const sums = (at: number, seconds: number): number[] =>
  Array.from({ length: 24 }, (_, index) => (index === at ? seconds : 0));
// Tuesdays.
const days = ['2026-10-13', '2026-10-20'].map((name, index) => ({
  day: name,
  opened: 0,
  counted: {
    'staff.online': { n: 1, sums: sums(9, index ? 3_600 : 1_800) },
    'reply.first': {
      n: 9,
      began: { [24 + 18]: [4, 40_000], [24 + 19]: [2, 9_000], [24 + 9]: [3, 900_000] } as Record<
        string,
        [number, number]
      >,
    },
  },
}));
const period = { from: '2026-10-12', until: '2026-10-25' };

test('people online are an average of the hours that have passed since it’s kept, and waiting is named where nobody was', () => {
  const over = { day: '2026-11-01', hours: 0 };
  const online = onlineOf(days, period, '2026-01-01', over);
  expect(online?.week[1]?.[9]).toBe(0.75);
  expect(online?.average).toBeCloseTo(5_400 / 3_600 / (14 * 24));
  // Kept since the second week; and the second Tuesday is not over.
  expect(onlineOf(days, period, '2026-10-14', over)?.week[1]?.[9]).toBe(1);
  expect(onlineOf(days, period, '2026-01-01', { day: '2026-10-20', hours: 9 })?.week[1]?.[9]).toBe(0.5);
  expect(onlineOf(days, period, null, over)).toBeNull();
  expect(onlineOf(days, period, '2026-10-26', over)).toBeNull();
  // At nine they wait for longer, but somebody is there.
  expect(waitingOf(days, online)).toEqual({ weekday: 1, hour: 18, n: 12, seconds: 98_000 });
  expect(waitingOf(days.slice(1), online)).toBeNull();
});

test('a conversation is open from when it’s opened or reopened until it’s closed, merged or erased', () => {
  const turn = (at: number, state: 'open' | 'closed' | 'merged') => ({ subjectId: 'c', at, state });
  expect(
    spansOf([turn(1, 'open'), turn(2, 'open'), turn(5, 'closed'), turn(6, 'closed'), turn(8, 'open')]),
  ).toEqual([
    { subjectId: 'c', openedAt: 1, closedAt: 5 },
    { subjectId: 'c', openedAt: 8, closedAt: stillOpen },
  ]);
  expect(spansOf([turn(3, 'open'), turn(3, 'merged'), turn(3, 'open'), turn(9, 'merged')])).toEqual([
    { subjectId: 'c', openedAt: 3, closedAt: 9 },
  ]);
});
