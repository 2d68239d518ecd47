import * as contract from '../../../shared/comments/routes.ts';
import type { Decision, StaffState } from '../../../shared/comments/states.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { StaffContext } from '../../core/staff/context.ts';
import { createQueueRows, type QueueRows } from './queueRows.ts';
import { createQueueSelection, type QueueSelection } from './queueSelection.ts';

/** The list of comments in one state that staff work through. */
export interface QueueModel extends QueueRows, QueueSelection {
  load(): Promise<void>;
  show(state: StaffState): void;
  decide(decision: Decision, ids?: string[]): Promise<void>;
  /** @returns whether it was taken */
  answer(id: string, body: string): Promise<boolean>;
  setOpen(page: string, open: boolean): Promise<void>;
}

export const createQueue = (staff: StaffContext): QueueModel => {
  const list = createQueueRows(staff);
  const { rows } = list.own;
  const selection = createQueueSelection(rows);
  /** The id of an answer that is on its way: tried again, it is the same one. */
  const answers = new Map<string, string>();

  const load = async (): Promise<void> => {
    if (await list.load()) selection.keepShown();
  };

  return {
    ...list.own,
    ...selection.own,
    load,
    show(wanted) {
      list.show(wanted);
      selection.clear();
      void load();
    },
    async decide(decision, ids = selection.own.targets.value) {
      if (ids.length === 0) return;
      const before = rows.value ?? [];
      const gone = new Set(ids);
      const at = before.findIndex(({ id }) => gone.has(id));
      // Gone at once; what comes next is under the keys.
      list.put(before.filter(({ id }) => !gone.has(id)));
      selection.moveOn(at);
      const reply = await staff.attempt(staff.call(contract.postDecisions, { body: { ids, decision } }));
      if (!reply) list.put(before);
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
