import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { listModerated } from '../../../shared/core/moderation/routes.ts';
import type { ModeratedItem, QueueReply } from '../../../shared/core/moderation/schema.ts';
import type { QueueState } from '../../../shared/core/moderation/states.ts';
import type { StaffContext } from '../../core/staff/context.ts';

/** The queue's rows: items in one state, of all kinds or of one, as far as they were read. */
export interface ModerationRows {
  state: ReadonlySignal<QueueState>;
  /** Empty for all kinds. */
  kind: ReadonlySignal<string>;
  rows: ReadonlySignal<ModeratedItem[] | null>;
  counts: ReadonlySignal<QueueReply['counts']>;
  hasMore: ReadonlySignal<boolean>;
  search: Signal<string>;
  more(): Promise<void>;
}

export const createModerationRows = (staff: StaffContext) => {
  const state = signal<QueueState>('waiting');
  const kind = signal('');
  const rows = signal<ModeratedItem[] | null>(null);
  const counts = signal<QueueReply['counts']>({});
  const next = signal<string | null>(null);
  const search = signal('');
  let asked = 0;

  const fetchPage = (after?: string) =>
    staff.attempt(
      staff.call(listModerated, {
        query: {
          state: state.value,
          ...(kind.value && { kind: kind.value }),
          ...(search.value.trim() && { search: search.value.trim() }),
          ...(after && { after }),
        },
      }),
    );
  const own: ModerationRows = {
    state,
    kind,
    rows,
    counts,
    hasMore: computed(() => next.value !== null),
    search,
    async more() {
      const found = next.value === null ? null : await fetchPage(next.value);
      if (!found) return;
      const known = new Set(rows.value?.map(({ id }) => id));
      rows.value = [...(rows.value ?? []), ...found.items.filter(({ id }) => !known.has(id))];
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
      rows.value = found.items;
      counts.value = found.counts;
      next.value = found.next;
      return true;
    },
    show(wanted: { state?: QueueState; kind?: string }): void {
      state.value = wanted.state ?? state.value;
      kind.value = wanted.kind ?? kind.value;
      rows.value = null;
    },
    put(shown: ModeratedItem[]): void {
      rows.value = shown;
    },
  };
};
