import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { listStaffComments } from '../../../shared/comments/routes.ts';
import type { StaffComment, StaffList } from '../../../shared/comments/schema.ts';
import type { StaffState } from '../../../shared/comments/states.ts';
import type { StaffContext } from '../../core/staff/context.ts';

/** The queue's rows: comments in one state, as far as they were read. */
export interface QueueRows {
  state: ReadonlySignal<StaffState>;
  rows: ReadonlySignal<StaffComment[] | null>;
  counts: ReadonlySignal<StaffList['counts']>;
  hasMore: ReadonlySignal<boolean>;
  search: Signal<string>;
  more(): Promise<void>;
}

export const createQueueRows = (staff: StaffContext) => {
  const state = signal<StaffState>('pending');
  const rows = signal<StaffComment[] | null>(null);
  const counts = signal<StaffList['counts']>({ pending: 0, reported: 0 });
  const next = signal<string | null>(null);
  const search = signal('');
  let asked = 0;

  const fetchPage = (after?: string) =>
    staff.attempt(
      staff.call(listStaffComments, {
        query: {
          state: state.value,
          ...(search.value.trim() && { search: search.value.trim() }),
          ...(after && { after }),
        },
      }),
    );
  const own: QueueRows = {
    state,
    rows,
    counts,
    hasMore: computed(() => next.value !== null),
    search,
    async more() {
      const found = next.value === null ? null : await fetchPage(next.value);
      if (!found) return;
      const known = new Set(rows.value?.map(({ id }) => id));
      rows.value = [...(rows.value ?? []), ...found.comments.filter(({ id }) => !known.has(id))];
      next.value = found.next;
    },
  };
  return {
    own,
    /** @returns whether other rows are there now */
    async load(): Promise<boolean> {
      const turn = ++asked;
      const found = await fetchPage();
      // A later question was asked meanwhile.
      if (!found || turn !== asked) return false;
      rows.value = found.comments;
      counts.value = found.counts;
      next.value = found.next;
      return true;
    },
    show(wanted: StaffState): void {
      state.value = wanted;
      rows.value = null;
    },
    put(shown: StaffComment[]): void {
      rows.value = shown;
    },
  };
};
