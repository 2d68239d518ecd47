import type { FactKind } from '../../shared/core/facts/kinds.ts';
import type { facts } from '../core/facts/tables.ts';
import { type DayTimes, packTimes, type TimedFact, unpackTimes } from './dayTimes.ts';

export type FactRow = typeof facts.$inferSelect;

/** A day's facts of one kind, counted. */
export interface KindDay {
  n: number;
  /** By channel, those without one left out. */
  channels?: Record<string, number>;
  /** By the hour of the site's clock. */
  hours?: number[];
  /** By the fact's value. */
  by?: Record<string, number>;
  /** Values by channel and by team; facts of neither left out. */
  split?: Record<SplitKey, Record<string, Record<string, number>>>;
  times?: DayTimes;
  /** Seconds of the values, by the hour of the site's clock. */
  sums?: number[];
  /** Waits by the hour of the week (see `weekHourOf`) in which they began: how many, and seconds by the clock. */
  began?: Record<string, [n: number, seconds: number]>;
  /** By what they are about, and within that by their value. */
  subjects?: Record<string, Record<string, number>>;
}
export type SplitKey = 'channel' | 'team';

/** A day's facts by kind, as they are stored. */
export type DayFacts = Partial<Record<FactKind, KindDay>>;

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
const hourly = new Set<FactKind>([
  'conversation.opened',
  'message.in',
  'message.out',
  'answer.staff',
  'answer.visitor',
]);
const summed = new Set<FactKind>(['staff.online']);
const perSubject = new Set<FactKind>(['article.read', 'article.voted', 'article.replaced']);
const split = new Set<FactKind>(['rating.asked', 'rating.given', 'rating.replaced']);
const valued = new Set<FactKind>(['rating.given', 'rating.replaced', 'nps.answered', 'nps.replaced']);

/** Within so many milliseconds a call is returned soon. */
export const soon = 20 * 60_000;

const seconds = (milliseconds: number | null): number => Math.max(0, Math.round((milliseconds ?? 0) / 1_000));

const add = (counts: Record<string, number>, key: string | number): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** Counts one day: what is stored of it, and more facts in any order. */
export class DayCount {
  readonly #counted: DayFacts;
  readonly #times = new Map<FactKind, TimedFact[]>();

  constructor(counted: DayFacts = {}) {
    this.#counted = counted;
    for (const [kind, { times }] of Object.entries(counted))
      if (times) this.#times.set(kind as FactKind, unpackTimes(times));
  }

  /** @param began the hour of the week in which it began to take its time */
  add(fact: FactRow, hour: number, began: number): void {
    const { kind, channel, teamId, staffId } = fact;
    const into = (this.#counted[kind] ??= { n: 0 });
    into.n += 1;
    if (channel) add((into.channels ??= {}), channel);
    if (timed.has(kind)) {
      const times = this.#times.get(kind) ?? [];
      this.#times.set(kind, times);
      times.push({
        open: seconds(fact.value),
        clock: seconds(fact.clock),
        channel: channel ?? '',
        teamId: teamId ?? '',
        staffId: staffId ?? '',
      });
    }
    if (hourly.has(kind)) {
      into.hours ??= Array.from({ length: 24 }, () => 0);
      into.hours[hour] = (into.hours[hour] ?? 0) + 1;
    }
    if (summed.has(kind)) {
      into.sums ??= Array.from({ length: 24 }, () => 0);
      into.sums[hour] = (into.sums[hour] ?? 0) + seconds(fact.value);
    }
    if (kind === 'reply.first') {
      const waited = ((into.began ??= {})[began] ??= [0, 0]);
      waited[0] += 1;
      waited[1] += seconds(fact.clock);
    }
    if (perSubject.has(kind) && fact.subjectId)
      add(((into.subjects ??= {})[fact.subjectId] ??= {}), fact.value ?? 0);
    if (split.has(kind)) {
      const parts = (into.split ??= { channel: {}, team: {} });
      if (channel) add((parts.channel[channel] ??= {}), fact.value ?? 0);
      if (teamId) add((parts.team[teamId] ??= {}), fact.value ?? 0);
    }
    const value = kind === 'call.reached' && (fact.value ?? soon + 1) <= soon ? 'soon' : fact.value;
    if (value === 'soon' || (valued.has(kind) && value !== null)) add((into.by ??= {}), value);
  }

  /** The day as it is stored: the same facts are the same day. */
  stored(): DayFacts {
    for (const [kind, times] of this.#times) {
      const into = this.#counted[kind];
      if (into) into.times = packTimes(times);
    }
    return this.#counted;
  }
}
