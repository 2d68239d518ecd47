import type { ReportRatings, RatingFigure } from '../../shared/reports/schema.ts';
import { shareInterval } from '../core/statistics/shareInterval.ts';
import { compareShare } from './changes.ts';
import type { SplitKey } from './dayFacts.ts';
import { shareOf, type Tally } from './tally.ts';

const kinds = ['rating.asked', 'rating.given', 'rating.replaced'] as const;
type Kind = (typeof kinds)[number];

/** Ratings as they are after changes, and how many were asked for. @param count facts of a kind, by value */
const figureOf = (count: (kind: Kind) => Record<string, number>): RatingFigure => {
  const [given, replaced] = [count('rating.given'), count('rating.replaced')];
  const left = (value: string): number => Math.max(0, (given[value] ?? 0) - (replaced[value] ?? 0));
  const [good, okay, bad] = [left('1'), left('0'), left('-1')];
  const of = good + okay + bad;
  const [from, to] = of ? shareInterval(good, of) : [null, null];
  const asked = Object.values(count('rating.asked')).reduce((sum, n) => sum + n, 0);
  return { good, okay, bad, asked, from, to };
};

const ofAll = (tally: Tally): RatingFigure =>
  figureOf((kind) => ({
    ...Object.fromEntries(['-1', '0', '1'].map((value) => [value, tally.countValue(kind, value)])),
    ...(kind === 'rating.asked' && { 0: tally.count(kind) }),
  }));

/** Two periods of one group, and whether satisfaction changed. */
const compare = (now: RatingFigure, before: RatingFigure) => {
  const satisfied = ({ good, okay, bad }: RatingFigure) => shareOf(good, good + okay + bad);
  return { now, before, change: compareShare(satisfied(now), satisfied(before)).change };
};

const answered = ({ good, okay, bad, asked }: RatingFigure) =>
  shareOf(Math.min(asked, good + okay + bad), asked);

/** Ratings of all, of each channel and of each team, with the share of those asked who answered. */
export const ratingsOf = (
  [now, before]: readonly [Tally, Tally],
  teams: ReadonlyMap<string, string>,
): ReportRatings => {
  const groups = (key: SplitKey) =>
    [...new Set([now, before].flatMap((tally) => tally.splitsOf(kinds, key)))].sort().map((id) => {
      const of = (tally: Tally) => figureOf((kind) => tally.countSplit(kind, key, id));
      return { id, name: key === 'team' ? (teams.get(id) ?? '') : '', ...compare(of(now), of(before)) };
    });
  const all = compare(ofAll(now), ofAll(before));
  return {
    ...all,
    responses: compareShare(answered(all.now), answered(all.before)),
    channels: groups('channel'),
    teams: groups('team'),
  };
};
