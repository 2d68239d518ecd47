import type { FactKind } from '../../shared/core/facts/kinds.ts';
import type { Duration, Share, Volume } from '../../shared/reports/schema.ts';
import { quantileOf } from '../core/statistics/tests.ts';
import { type Cell, type CellKey, type DayFacts, readKey } from './dayFacts.ts';

/** What a figure is of; absent: of everything. */
export type Filter = Partial<Omit<CellKey, 'kind'>>;

interface Placed extends CellKey {
  day: string;
  cell: Cell;
}

/** Durations, sorted. */
export interface Times {
  open: Float64Array;
  clock: Float64Array;
}

const joined = (lists: (readonly number[] | undefined)[]): Float64Array => {
  const all = new Float64Array(lists.reduce((length, list) => length + (list?.length ?? 0), 0));
  let at = 0;
  for (const list of lists) {
    if (list) all.set(list, at);
    at += list?.length ?? 0;
  }
  return all.sort();
};

/** The counted days of a period, by kind. */
export class Tally {
  private readonly kinds = new Map<FactKind, Placed[]>();

  constructor(days: readonly { day: string; counted: DayFacts }[]) {
    for (const { day, counted } of days)
      for (const [key, cell] of Object.entries(counted)) {
        const placed = { ...readKey(key), day, cell };
        const list = this.kinds.get(placed.kind);
        if (list) list.push(placed);
        else this.kinds.set(placed.kind, [placed]);
      }
  }

  of(kind: FactKind, { channel, teamId, staffId }: Filter = {}): Placed[] {
    return (this.kinds.get(kind) ?? []).filter(
      (one) =>
        (channel === undefined || one.channel === channel) &&
        (teamId === undefined || one.teamId === teamId) &&
        (staffId === undefined || one.staffId === staffId),
    );
  }

  count(kind: FactKind, filter?: Filter): number {
    return this.of(kind, filter).reduce((sum, { cell }) => sum + cell.n, 0);
  }

  /** How many facts of a kind have a value. */
  countValue(kind: FactKind, value: string): number {
    return this.of(kind).reduce((sum, { cell }) => sum + (cell.by?.[value] ?? 0), 0);
  }

  times(kind: FactKind, filter?: Filter): Times {
    const cells = this.of(kind, filter);
    return {
      open: joined(cells.map(({ cell }) => cell.open)),
      clock: joined(cells.map(({ cell }) => cell.clock)),
    };
  }

  /** The values that one of the cells' keys has, but for none. */
  values(kinds: readonly FactKind[], key: 'channel' | 'teamId' | 'staffId'): string[] {
    return [
      ...new Set(kinds.flatMap((kind) => this.of(kind).map((one) => one[key])).filter((value) => value)),
    ].sort();
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
