import type { FactKind } from '../../shared/core/facts/kinds.ts';
import type { facts } from '../core/facts/tables.ts';

export type FactRow = typeof facts.$inferSelect;

/** Counts of the facts of one kind, channel, team and person. */
export interface Cell {
  n: number;
  /** By the hour of the site's clock. */
  hours?: number[];
  /** Seconds of opening hours, and by the clock, sorted. */
  open?: number[];
  clock?: number[];
  /** By the fact's value. */
  by?: Record<string, number>;
}

/** A day's cells by kind, channel, team and person, joined by a bar; empty for none. */
export type DayFacts = Record<string, Cell>;

/** Where a cell belongs. */
export interface CellKey {
  kind: FactKind;
  channel: string;
  teamId: string;
  staffId: string;
}

export const keyOf = ({ kind, channel, teamId, staffId }: FactRow): string =>
  `${kind}|${channel ?? ''}|${teamId ?? ''}|${staffId ?? ''}`;

export const readKey = (key: string): CellKey => {
  const [kind = '', channel = '', teamId = '', staffId = ''] = key.split('|');
  return { kind: kind as FactKind, channel, teamId, staffId };
};

/** By how many a fact changes how many conversations are open. */
const openedBy: Partial<Record<FactKind, number>> = {
  'conversation.opened': 1,
  'conversation.reopened': 1,
  'conversation.unmerged': 1,
  'conversation.closed': -1,
  'conversation.merged': -1,
  'conversation.erased': -1,
};
export const openedByFact = ({ kind }: FactRow): number => openedBy[kind] ?? 0;

const timed = new Set<FactKind>(['reply.first', 'conversation.closed']);
const hourly = new Set<FactKind>(['conversation.opened', 'message.in']);
const valued = new Set<FactKind>(['rating.given', 'rating.replaced', 'nps.answered', 'nps.replaced']);

/** Within so many milliseconds a call is returned soon. */
export const soon = 20 * 60_000;

const seconds = (milliseconds: number | null): number => Math.round((milliseconds ?? 0) / 1_000);

/** Counts a fact into a day. The order of facts makes no difference once the day is sorted. */
export const countFact = (day: DayFacts, fact: FactRow, hour: number): void => {
  const key = keyOf(fact);
  const cell = (day[key] ??= { n: 0 });
  cell.n += 1;
  if (timed.has(fact.kind)) {
    (cell.open ??= []).push(seconds(fact.value));
    (cell.clock ??= []).push(seconds(fact.clock));
  }
  if (hourly.has(fact.kind)) {
    cell.hours ??= Array.from({ length: 24 }, () => 0);
    cell.hours[hour] = (cell.hours[hour] ?? 0) + 1;
  }
  const value = fact.kind === 'call.reached' && (fact.value ?? soon + 1) <= soon ? 'soon' : fact.value;
  if (value === 'soon' || (valued.has(fact.kind) && value !== null)) {
    cell.by ??= {};
    cell.by[value] = (cell.by[value] ?? 0) + 1;
  }
};

/** Sorts what a day keeps of durations: the same facts are the same day. */
export const sortDay = (day: DayFacts): DayFacts => {
  for (const { open, clock } of Object.values(day)) {
    open?.sort((one, other) => one - other);
    clock?.sort((one, other) => one - other);
  }
  return day;
};
