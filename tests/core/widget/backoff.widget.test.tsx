import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBackoff } from '../../../widget/core/net/backoff.ts';

beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(1));
afterEach(() => vi.restoreAllMocks());

test('trouble that is young is looked after often, old trouble ever more rarely, and hope begins anew', () => {
  let now = 1_000;
  const patience = createBackoff(60_000, () => now);
  expect([patience.next(), patience.next(), patience.next(), patience.next()]).toEqual([
    400, 800, 1_600, 2_000,
  ]);
  now += 31_000;
  expect([patience.next(), patience.next(), patience.next()]).toEqual([6_400, 12_800, 25_600]);
  patience.reset();
  expect(patience.next()).toBe(400);
});

test('pauses are spread, so that those who lost the line together do not come back together', () => {
  vi.mocked(Math.random).mockReturnValue(0);
  expect(createBackoff(60_000).next()).toBe(200);
});
