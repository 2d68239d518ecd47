import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { newId } from '../../../shared/core/ids.ts';
import * as contract from '../../../shared/trends/routes.ts';
import type { Trend, TrendList } from '../../../shared/trends/schema.ts';
import type { StaffContext } from '../../core/staff/context.ts';

/** The model of bursts, and of the last decision on one. */
export interface TrendsModel {
  trends: ReadonlySignal<Trend[] | null>;
  done: ReadonlySignal<{ trend: Trend; by: 'quiet' | 'incident' } | null>;
  /** The burst whose incident is being written; it keeps its place meanwhile. */
  opening: Signal<string | null>;
  load(): Promise<void>;
  setQuiet(trend: Trend, isQuiet: boolean): Promise<void>;
  /** @returns false where it failed: what was written stays */
  openIncident(trend: Trend, text: { title: string; body: string }): Promise<boolean>;
}

export const createTrends = (staff: StaffContext): TrendsModel => {
  const trends = signal<Trend[] | null>(null);
  const done = signal<{ trend: Trend; by: 'quiet' | 'incident' } | null>(null);
  /** Ids of incidents that are being opened: tried again, it's the same one. */
  const ids = new Map<string, string>();
  const take = async (work: Promise<TrendList>): Promise<boolean> => {
    const reply = await staff.attempt(work);
    if (reply) trends.value = reply.trends;
    return reply !== null;
  };
  return {
    trends,
    done,
    opening: signal(null),
    load: async () => void (await take(staff.call(contract.listTrends, {}))),
    async setQuiet(trend, isQuiet) {
      const call = staff.call(contract.putTrendQuiet, { path: { trend: trend.id }, body: { isQuiet } });
      if (await take(call)) done.value = isQuiet ? { trend, by: 'quiet' } : null;
    },
    async openIncident(trend, text) {
      const id = ids.get(trend.id) ?? newId();
      ids.set(trend.id, id);
      const body = { id, language: trend.language, ...text };
      const call = staff.call(contract.openTrendIncident, { path: { trend: trend.id }, body });
      const isDone = await take(call);
      if (isDone) done.value = { trend, by: 'incident' };
      return isDone;
    },
  };
};
