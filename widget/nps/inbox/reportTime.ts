import { type Signal, signal } from '@preact/signals';
import { getReport } from '../../../shared/nps/routes.ts';
import type { NpsReport } from '../../../shared/nps/schema.ts';
import type { StaffContext } from '../../core/staff/context.ts';
import { type Days, dayOf, isBackwards } from './Times.tsx';

export const day = 86_400_000;
/** Spans that are offered, days. */
export const spans = [30, 90, 365] as const;
const noDays: Days = { from: '', until: '' };

/** The time of a report, what it is compared with, and the attribute that it is broken down by. */
export interface ReportTime {
  span: Signal<(typeof spans)[number] | 'own'>;
  own: Signal<Record<'time' | 'before', Days>>;
  by: Signal<string>;
  /** Goes on from the time of a report to one of the reader's choice. */
  chooseOwn(report: NpsReport): void;
  /** @returns null while a time of the reader's choice makes no sense yet, or when the call failed */
  load(staff: StaffContext, survey: string): Promise<NpsReport | null>;
}

export const createReportTime = (): ReportTime => {
  const span: ReportTime['span'] = signal(90);
  const own: ReportTime['own'] = signal({ time: noDays, before: noDays });
  const by = signal('');
  return {
    span,
    own,
    by,
    chooseOwn({ from, until, zone }) {
      const time = { from: dayOf(from, zone), until: dayOf(until - 1, zone) };
      if (!own.value.time.from) own.value = { ...own.value, time };
      span.value = 'own';
    },
    async load(staff, survey) {
      const until = staff.now.peek() + 60_000;
      const { time, before } = own.value;
      const isOwn = span.value === 'own';
      if (isOwn && (!time.from || !time.until || isBackwards(time) || isBackwards(before))) return null;
      // One day alone of what it is compared with is no time yet.
      const compared = isOwn && before.from && before.until ? before : null;
      const query = {
        ...(span.value === 'own' ? (time as Required<Days>) : { from: until - span.value * day, until }),
        ...(compared && { beforeFrom: compared.from, beforeUntil: compared.until }),
        ...(survey && { survey }),
        ...(by.value && { by: by.value }),
      };
      return staff.attempt(staff.call(getReport, { query }));
    },
  };
};
