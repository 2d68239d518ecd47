import { expect, test } from 'vitest';
import { fromLocal, toLocal } from '../../widget/core/staff/zoned.ts';

test.each([
  ['Europe/Berlin', '2026-07-01T09:30', '2026-07-01T07:30:00Z'],
  ['Europe/Berlin', '2026-12-01T09:30', '2026-12-01T08:30:00Z'],
  ['Pacific/Kiritimati', '2026-01-01T00:00', '2025-12-31T10:00:00Z'],
  ['America/St_Johns', '2026-11-01T12:00', '2026-11-01T15:30:00Z'],
])('in %s %s is %s, there and back', (zone, text, instant) => {
  expect(fromLocal(text, zone)).toBe(Date.parse(instant));
  expect(toLocal(Date.parse(instant), zone)).toBe(text);
});

test('nothing, and half of a time, is no time', () => {
  for (const text of ['', 'T10:00', '2026-07-01', 'soon'])
    expect(fromLocal(text, 'Europe/Berlin')).toBeNull();
});
