import type { FactKind } from '../../shared/core/facts/kinds.ts';
import type { Duration, Share, Volume } from '../../shared/reports/schema.ts';
import { quantileOf } from '../core/statistics/tests.ts';
import { type Cell, type CellKey, type DayFacts, readKey } from './dayFacts.ts';

/** A filter of figures; absent parts: of everything. */
export type Filter = Partial<Omit<CellKey, 'kind'>>;

/** A cell with where it belongs. */
export interface Placed extends CellKey {
  cell: Cell;
}

/** A day's cells by kind: keys are read once, and not for each report. */
export type CellsByKind = ReadonlyMap<FactKind, readonly Placed[]>;

export const byKind = (counted: DayFacts): CellsByKind => {
  const kinds = new Map<FactKind, Placed[]>();
  for (const [key, cell] of Object.entries(counted)) {
    const placed = { ...readKey(key), cell };
    const list = kinds.get(placed.kind);
    if (list) list.push(placed);
    else kinds.set(placed.kind, [placed]);
  }
  return kinds;
};

/** Durations, sorted. */
export interface Times {
  open: Uint32Array;
  clock: Uint32Array;
}

const joined = (lists: (readonly number[] | undefined)[]): Uint32Array => {
  const all = new Uint32Array(lists.reduce((length, list) => length + (list?.length ?? 0), 0));
  let at = 0;
  for (const list of lists) {
    if (list) all.set(list, at);
    at += list?.length ?? 0;
  }
  return all.sort();
};

const timesOf = (cells: readonly Placed[]): Times => ({
  open: joined(cells.map(({ cell }) => cell.open)),
  clock: joined(cells.map(({ cell }) => cell.clock)),
});

/** The counted days of a period, by kind. */
export class Tally {
  private readonly kinds = new Map<FactKind, Placed[]>();

  constructor(days: readonly { cells: CellsByKind }[]) {
    for (const { cells } of days)
      for (const [kind, placed] of cells) {
        const list = this.kinds.get(kind) ?? [];
        this.kinds.set(kind, list);
        for (const one of placed) list.push(one);
      }
  }

  of(kind: FactKind, filter?: Filter): readonly Placed[] {
    const all = this.kinds.get(kind) ?? [];
    if (!filter) return all;
    const { channel, teamId, staffId } = filter;
    return all.filter(
      (one) =>
        (channel === undefined || one.channel === channel) &&
        (teamId === undefined || one.teamId === teamId) &&
        (staffId === undefined || one.staffId === staffId),
    );
  }

  count(kind: FactKind, filter?: Filter): number {
    return this.of(kind, filter).reduce((sum, { cell }) => sum + cell.n, 0);
  }

  /** Counts the facts of a kind that have a value. */
  countValue(kind: FactKind, value: string): number {
    return this.of(kind).reduce((sum, { cell }) => sum + (cell.by?.[value] ?? 0), 0);
  }

  times(kind: FactKind): Times {
    return timesOf(this.of(kind));
  }

  /** Durations of each channel, team or person. */
  timesBy(kind: FactKind, key: 'channel' | 'teamId' | 'staffId'): Map<string, Times> {
    const groups = new Map<string, Placed[]>();
    for (const one of this.of(kind)) {
      const list = groups.get(one[key]);
      if (list) list.push(one);
      else if (one[key]) groups.set(one[key], [one]);
    }
    return new Map([...groups].map(([id, cells]) => [id, timesOf(cells)]));
  }

  /** The values that one of the cells' keys has, but for none. */
  values(kinds: readonly FactKind[], key: 'channel' | 'teamId' | 'staffId'): string[] {
    return [...new Set(kinds.flatMap((kind) => [...new Set(this.of(kind).map((one) => one[key]))]))]
      .filter((value) => value)
      .sort();
  }
}

export const volumeOf = (tally: Tally, filter?: Filter): Volume => ({
  opened: tally.count('conversation.opened', filter),
  in: tally.count('message.in', filter),
  out: tally.count('message.out', filter),
});

export const durationOf = ({ open, clock }: Times): Duration => ({
  n: open.length,
  median: quantileOf(open, 0.5),
  p90: quantileOf(open, 0.9),
  clockMedian: quantileOf(clock, 0.5),
  clockP90: quantileOf(clock, 0.9),
});

export const shareOf = (hits: number, of: number): Share => ({ hits, of });
