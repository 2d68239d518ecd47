import { significance, smallSample } from '../../shared/reports/limits.ts';
import type { ComparedDuration, ComparedShare, ReportChange, Share } from '../../shared/reports/schema.ts';
import { compareRanks, compareShares, quantileOf } from '../core/statistics/tests.ts';
import type { Times } from './periodTimes.ts';
import { durationOf } from './tally.ts';

/**
 * Judges a difference: nothing where either side is small, and "the same" where chance would make one as large often
 * enough.
 * @param isBetter whether the newer one is the better one
 */
export const changeOf = (
  sizes: [number, number],
  p: number | null,
  isBetter: boolean | null,
): ReportChange => {
  if (p === null || Math.min(...sizes) < smallSample) return null;
  if (p >= significance || isBetter === null) return 'same';
  return isBetter ? 'better' : 'worse';
};

/** Durations of two periods. Shorter is better, in opening hours. */
export const compareTimes = (now: Times, before: Times): ComparedDuration => {
  const middle = (times: Times): number => quantileOf(times.open, 0.5) ?? 0;
  const difference = middle(now) - middle(before);
  return {
    now: durationOf(now),
    before: durationOf(before),
    change: changeOf(
      [now.open.length, before.open.length],
      compareRanks(now.open, before.open),
      difference === 0 ? null : difference < 0,
    ),
  };
};

/** Shares of two periods. @param more whether more is better */
export const compareShare = (now: Share, before: Share, more = true): ComparedShare => {
  const difference = now.of && before.of ? now.hits / now.of - before.hits / before.of : 0;
  return {
    now,
    before,
    change: changeOf(
      [now.of, before.of],
      compareShares(now, before),
      difference === 0 ? null : difference > 0 === more,
    ),
  };
};
