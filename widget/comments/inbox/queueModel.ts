import type { ReadonlySignal } from '@preact/signals';
import * as contract from '../../../shared/comments/routes.ts';
import type { Decision, StaffState } from '../../../shared/comments/states.ts';
import { fillPath } from '../../../shared/core/route.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { StaffContext } from '../../core/staff/context.ts';
import { createHeldDecision, type HeldDecision } from '../../core/staff/heldDecision.ts';
import { createQueueRows, type QueueRows } from './queueRows.ts';
import { createQueueSelection, type QueueSelection } from '../../core/staff/queueSelection.ts';

/** The list of comments in one state that staff work through. */
export interface QueueModel extends QueueRows, QueueSelection {
  load(): Promise<void>;
  show(state: StaffState): void;
  /** Takes a decision. It leaves the list at once, and goes out when it can't be undone any more. */
  decide(decision: Decision, ids?: string[]): void;
  /** The decision that can still be undone. */
  held: ReadonlySignal<HeldDecision<Decision> | null>;
  undo(): void;
  dispose(): void;
  /** @returns whether it was taken */
  answer(id: string, body: string): Promise<boolean>;
  setOpen(page: string, open: boolean): Promise<void>;
  setPinned(id: string, pinned: boolean): Promise<void>;
  /** Opens the page in a tab of its own, where its comments can be moderated. */
  openOnPage(page: string): Promise<void>;
  /** @returns whether it was taken */
  edit(id: string, body: string): Promise<boolean>;
}

/** Changes of what stays in the list. */
const createChanges = (
  staff: StaffContext,
  load: () => Promise<void>,
): Pick<QueueModel, 'setOpen' | 'setPinned' | 'openOnPage' | 'edit'> => ({
  async setOpen(page, open) {
    await staff.attempt(staff.call(contract.postPageOpen, { path: { page }, body: { open } }));
    await load();
  },
  async setPinned(id, pinned) {
    await staff.attempt(staff.call(contract.postPin, { path: { comment: id }, body: { pinned } }));
    await load();
  },
  async openOnPage(page) {
    // At once: a browser opens no tab by itself a moment later.
    const tab = open('', '_blank');
    const pass = await staff.attempt(staff.call(contract.postPagePass, { path: { page } }));
    if (!pass || !tab) return tab?.close();
    tab.opener = null;
    tab.location.href = pass.url;
  },
  async edit(id, body) {
    const reply = await staff.attempt(
      staff.call(contract.postStaffEdit, { path: { comment: id }, body: { body } }),
    );
    if (reply) await load();
    return reply !== null;
  },
});

export const createQueue = (staff: StaffContext): QueueModel => {
  const list = createQueueRows(staff);
  const { rows } = list.own;
  const selection = createQueueSelection(rows);
  /** The id of an answer that is on its way: tried again, it is the same one. */
  const answers = new Map<string, string>();

  const load = async (): Promise<void> => {
    if (!(await list.load())) return;
    hideDecided();
    selection.keepShown();
  };
  const decisions = createHeldDecision<Decision>(async ({ decision, ids }, isLast) => {
    const body = { ids: [...ids], decision };
    if (isLast) {
      // Nothing waits for an answer any more: the browser sends it after the page is gone.
      const path = fillPath(contract.postDecisions.path, { site: staff.membership.site });
      const headers = { 'content-type': 'application/json' };
      await fetch(path, { method: 'POST', keepalive: true, headers, body: JSON.stringify(body) });
      return;
    }
    await staff.attempt(staff.call(contract.postDecisions, { body }));
    await load();
  });
  /** Hides decided comments: a list that was read before the server heard of it still has them. */
  const hideDecided = (): void => {
    const gone = new Set(decisions.held.value?.ids);
    if (gone.size > 0) list.put((rows.value ?? []).filter(({ id }) => !gone.has(id)));
  };

  return {
    ...list.own,
    ...selection.own,
    load,
    show(wanted) {
      void decisions.flush();
      list.show(wanted);
      selection.clear();
      void load();
    },
    held: decisions.held,
    undo() {
      const taken = decisions.take();
      if (!taken) return;
      // What came back is under the keys again.
      selection.own.current.value = taken.ids[0] ?? null;
      void load();
    },
    dispose: decisions.dispose,
    decide(decision, ids = selection.own.targets.value) {
      if (ids.length === 0) return;
      const before = rows.value ?? [];
      const gone = new Set(ids);
      const at = before.findIndex(({ id }) => gone.has(id));
      // Gone at once; what comes next is under the keys.
      list.put(before.filter(({ id }) => !gone.has(id)));
      selection.moveOn(at);
      decisions.hold({ decision, ids });
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
    ...createChanges(staff, load),
  };
};
