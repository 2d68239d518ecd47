import type { FactKind } from '../../shared/core/facts/kinds.ts';
import type { Duration, Share, Volume } from '../../shared/reports/schema.ts';
import { quantileOf } from '../core/statistics/tests.ts';
import type { DayFacts, KindDay, SplitKey } from './dayFacts.ts';
import { joinTimes, type PeriodTimes, type Times } from './periodTimes.ts';

/** The counted days of a period, by kind. */
export class Tally {
  readonly #days: readonly { counted: DayFacts }[];
  readonly #times = new Map<FactKind, PeriodTimes>();

  constructor(days: readonly { counted: DayFacts }[]) {
    this.#days = days;
  }

  of(kind: FactKind): KindDay[] {
    return this.#days.flatMap(({ counted }) => counted[kind] ?? []);
  }

  /** Counts the facts of a kind, of one channel where that is given. */
  count(kind: FactKind, channel?: string): number {
    return this.of(kind).reduce(
      (sum, { n, channels }) => sum + (channel === undefined ? n : (channels?.[channel] ?? 0)),
      0,
    );
  }

  /** Counts the facts of a kind that have a value. */
  countValue(kind: FactKind, value: string): number {
    return this.of(kind).reduce((sum, { by }) => sum + (by?.[value] ?? 0), 0);
  }

  /** Counts the facts of a kind that a channel or team has, by their value. */
  countSplit(kind: FactKind, key: SplitKey, id: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { split } of this.of(kind))
      for (const [value, n] of Object.entries(split?.[key][id] ?? {}))
        counts[value] = (counts[value] ?? 0) + n;
    return counts;
  }

  /** Counts the facts of a kind about one subject, by their value. */
  countSubject(kind: FactKind, id: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { subjects } of this.of(kind))
      for (const [value, n] of Object.entries(subjects?.[id] ?? {})) counts[value] = (counts[value] ?? 0) + n;
    return counts;
  }

  /** Subjects of some kinds that are counted by subject. */
  subjectsOf(kinds: readonly FactKind[]): string[] {
    return [
      ...new Set(
        kinds.flatMap((kind) => this.of(kind).flatMap(({ subjects }) => Object.keys(subjects ?? {}))),
      ),
    ];
  }

  /** Channels or teams that have facts of a kind. */
  splitsOf(kinds: readonly FactKind[], key: SplitKey): string[] {
    return [
      ...new Set(
        kinds.flatMap((kind) => this.of(kind).flatMap(({ split }) => Object.keys(split?.[key] ?? {}))),
      ),
    ];
  }

  /** Durations: of all, and of each channel, team and person. */
  times(kind: FactKind): PeriodTimes {
    const known = this.#times.get(kind) ?? joinTimes(this.of(kind).flatMap(({ times }) => times ?? []));
    this.#times.set(kind, known);
    return known;
  }

  /** Channels of some kinds. */
  channels(kinds: readonly FactKind[]): string[] {
    return [
      ...new Set(
        kinds.flatMap((kind) => this.of(kind).flatMap(({ channels }) => Object.keys(channels ?? {}))),
      ),
    ].sort();
  }
}

export const volumeOf = (tally: Tally, channel?: string): Volume => ({
  opened: tally.count('conversation.opened', channel),
  in: tally.count('message.in', channel),
  out: tally.count('message.out', channel),
});

export const durationOf = ({ open, clock }: Times): Duration => ({
  n: open.length,
  median: quantileOf(open, 0.5),
  p90: quantileOf(open, 0.9),
  clockMedian: quantileOf(clock, 0.5),
  clockP90: quantileOf(clock, 0.9),
});

export const shareOf = (hits: number, of: number): Share => ({ hits, of });
