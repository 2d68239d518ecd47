import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import * as contract from '../../../shared/comments/routes.ts';
import type { StaffComment, StaffList } from '../../../shared/comments/schema.ts';
import type { Decision, StaffState } from '../../../shared/comments/states.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { StaffContext } from '../../core/staff/context.ts';

/** The list of comments in one state that staff work through. */
export interface QueueModel {
  state: ReadonlySignal<StaffState>;
  rows: ReadonlySignal<StaffComment[] | null>;
  counts: ReadonlySignal<StaffList['counts']>;
  hasMore: ReadonlySignal<boolean>;
  search: Signal<string>;
  picked: ReadonlySignal<ReadonlySet<string>>;
  /** The one that keys are for when nothing is picked. */
  current: Signal<string | null>;
  /** What keys are for. */
  targets: ReadonlySignal<string[]>;
  load(): Promise<void>;
  show(state: StaffState): void;
  more(): Promise<void>;
  pick(id: string): void;
  pickAll(): void;
  move(by: 1 | -1): void;
  decide(decision: Decision, ids?: string[]): Promise<void>;
  /** @returns whether it was taken */
  answer(id: string, body: string): Promise<boolean>;
  setOpen(page: string, open: boolean): Promise<void>;
}

export const createQueue = (staff: StaffContext): QueueModel => {
  const state = signal<StaffState>('pending');
  const rows = signal<StaffComment[] | null>(null);
  const counts = signal<StaffList['counts']>({ pending: 0, reported: 0 });
  const next = signal<string | null>(null);
  const search = signal('');
  const picked = signal<ReadonlySet<string>>(new Set());
  const current = signal<string | null>(null);
  /** The id of an answer that is on its way: tried again, it is the same one. */
  const answers = new Map<string, string>();
  let asked = 0;

  const fetchPage = (after?: string) =>
    staff.attempt(
      staff.call(contract.listStaffComments, {
        query: {
          state: state.value,
          ...(search.value.trim() && { search: search.value.trim() }),
          ...(after && { after }),
        },
      }),
    );

  const load = async (): Promise<void> => {
    const turn = ++asked;
    const found = await fetchPage();
    // A later question was asked meanwhile.
    if (!found || turn !== asked) return;
    rows.value = found.comments;
    counts.value = found.counts;
    next.value = found.next;
    const ids = new Set(found.comments.map(({ id }) => id));
    picked.value = new Set([...picked.value].filter((id) => ids.has(id)));
    if (current.value === null || !ids.has(current.value)) current.value = found.comments[0]?.id ?? null;
  };

  const targets = computed(() =>
    picked.value.size > 0 ? [...picked.value] : current.value === null ? [] : [current.value],
  );

  return {
    state,
    rows,
    counts,
    hasMore: computed(() => next.value !== null),
    search,
    picked,
    current,
    targets,
    load,
    show(wanted) {
      state.value = wanted;
      rows.value = null;
      picked.value = new Set();
      current.value = null;
      void load();
    },
    async more() {
      const found = next.value === null ? null : await fetchPage(next.value);
      if (!found) return;
      const known = new Set(rows.value?.map(({ id }) => id));
      rows.value = [...(rows.value ?? []), ...found.comments.filter(({ id }) => !known.has(id))];
      next.value = found.next;
    },
    pick(id) {
      const now = new Set(picked.value);
      if (!now.delete(id)) now.add(id);
      picked.value = now;
    },
    pickAll() {
      const ids = (rows.value ?? []).map(({ id }) => id);
      picked.value = picked.value.size === ids.length ? new Set() : new Set(ids);
    },
    move(by) {
      const ids = (rows.value ?? []).map(({ id }) => id);
      const at = ids.indexOf(current.value ?? '');
      current.value = ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
    },
    async decide(decision, ids = targets.value) {
      if (ids.length === 0) return;
      const before = rows.value ?? [];
      const gone = new Set(ids);
      const at = before.findIndex(({ id }) => gone.has(id));
      // Gone at once; what comes next is under the keys.
      rows.value = before.filter(({ id }) => !gone.has(id));
      picked.value = new Set([...picked.value].filter((id) => !gone.has(id)));
      current.value = rows.value[Math.min(at, rows.value.length - 1)]?.id ?? null;
      const reply = await staff.attempt(staff.call(contract.postDecisions, { body: { ids, decision } }));
      if (!reply) rows.value = before;
      await load();
    },
    async answer(id, body) {
      const key = `${id} ${body}`;
      const own = answers.get(key) ?? newId();
      answers.set(key, own);
      const reply = await staff.attempt(
        staff.call(contract.postAnswer, { path: { comment: id }, body: { id: own, body } }),
      );
      if (reply) await load();
      return reply !== null;
    },
    async setOpen(page, open) {
      await staff.attempt(staff.call(contract.postPageOpen, { path: { page }, body: { open } }));
      await load();
    },
  };
};
