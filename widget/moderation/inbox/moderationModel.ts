import type { ReadonlySignal } from '@preact/signals';
import * as contract from '../../../shared/core/moderation/routes.ts';
import type { AddBlock, ModerationSubject } from '../../../shared/core/moderation/schema.ts';
import type { ModerationDecision, QueueState } from '../../../shared/core/moderation/states.ts';
import { fillPath } from '../../../shared/core/route.ts';
import type { StaffContext } from '../../core/staff/context.ts';
import { createHeldDecision, type HeldDecision } from '../../core/staff/heldDecision.ts';
import { createQueueSelection, type QueueSelection } from '../../core/staff/queueSelection.ts';
import { createFreshBlock, type FreshBlock } from './freshBlock.ts';
import { createModerationRows, type ModerationRows } from './moderationRows.ts';

/** Everything that waits for moderators, and what they do about it. */
export interface ModerationModel extends ModerationRows, QueueSelection {
  load(): Promise<void>;
  show(wanted: { state?: QueueState; kind?: string }): void;
  /** Takes a decision. It leaves the list at once, and goes out when it can't be undone any more. */
  decide(decision: ModerationDecision, ids?: readonly string[]): void;
  /** The decision that can still be undone. */
  held: ReadonlySignal<HeldDecision<ModerationDecision> | null>;
  /** The block that can still be undone. */
  fresh: ReadonlySignal<FreshBlock | null>;
  /** @returns whether it was taken */
  block(given: Omit<AddBlock, 'id'>): Promise<boolean>;
  /** Takes back the last decision or block. */
  undo(): void;
  dispose(): void;
}

export const createModeration = (staff: StaffContext): ModerationModel => {
  const list = createModerationRows(staff);
  const { rows } = list.own;
  const selection = createQueueSelection(rows);
  const blocks = createFreshBlock(staff);
  /** Kinds of the items that were shown: what is decided is told with it. */
  const kinds = new Map<string, string>();
  const toSubjects = (ids: readonly string[]): ModerationSubject[] =>
    ids.map((id) => ({ id, kind: kinds.get(id) ?? '' }));

  const load = async (): Promise<void> => {
    if (!(await list.load())) return;
    hideDecided();
    selection.keepShown();
  };
  const decisions = createHeldDecision<ModerationDecision>(async ({ decision, ids }, isLast) => {
    const body = { items: toSubjects(ids), decision };
    if (isLast) {
      // Nothing waits for an answer any more: the browser sends it after the page is gone.
      const path = fillPath(contract.decideModerated.path, { site: staff.membership.site });
      const headers = { 'content-type': 'application/json' };
      await fetch(path, { method: 'POST', keepalive: true, headers, body: JSON.stringify(body) });
      return;
    }
    await staff.attempt(staff.call(contract.decideModerated, { body }));
    await load();
  });
  /** Hides decided items: a list that was read before the server heard of it still has them. */
  const hideDecided = (): void => {
    for (const { id, kind } of rows.value ?? []) kinds.set(id, kind);
    const gone = new Set(decisions.held.value?.ids);
    if (gone.size > 0) list.put((rows.value ?? []).filter(({ id }) => !gone.has(id)));
  };

  return {
    ...list.own,
    ...selection.own,
    load,
    async more() {
      await list.own.more();
      hideDecided();
    },
    show(wanted) {
      void decisions.flush();
      list.show(wanted);
      selection.clear();
      void load();
    },
    held: decisions.held,
    fresh: blocks.fresh,
    decide(decision, ids = selection.own.targets.value) {
      if (ids.length === 0) return;
      blocks.forget();
      const before = rows.value ?? [];
      const gone = new Set(ids);
      const at = before.findIndex(({ id }) => gone.has(id));
      // Gone at once; what comes next is under the keys.
      list.put(before.filter(({ id }) => !gone.has(id)));
      selection.moveOn(at);
      decisions.hold({ decision, ids });
    },
    async block(given) {
      await decisions.flush();
      const isTaken = await blocks.make(given);
      await load();
      return isTaken;
    },
    undo() {
      const taken = decisions.take();
      if (taken) {
        // What came back is under the keys again.
        selection.own.current.value = taken.ids[0] ?? null;
        void load();
      } else void blocks.undo().then(load);
    },
    dispose: decisions.dispose,
  };
};
