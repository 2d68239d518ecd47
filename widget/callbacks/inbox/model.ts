import { type ReadonlySignal, signal } from '@preact/signals';
import { getStaffCallback, postCallbackStep } from '../../../shared/callbacks/routes.ts';
import type { StaffCallbackReply, TakeStep } from '../../../shared/callbacks/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { CallError } from '../../core/net/client.ts';
import type { StaffContext } from '../../core/staff/context.ts';

/** One call as staff work on it. */
export interface CallbackModel {
  now: ReadonlySignal<StaffCallbackReply | null>;
  busy: ReadonlySignal<boolean>;
  /** True after somebody else was faster with another step. */
  wasChanged: ReadonlySignal<boolean>;
  load(): Promise<void>;
  /** @returns whether it was taken */
  take(step: Omit<TakeStep, 'id'>): Promise<boolean>;
}

export const createCallback = (staff: StaffContext, callback: string): CallbackModel => {
  const now = signal<StaffCallbackReply | null>(null);
  const busy = signal(false);
  const wasChanged = signal(false);
  /** The id of a step that is on its way: taken again after the line was down, it is the same step. */
  let pending: { key: string; id: string } | undefined;
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(getStaffCallback, { path: { callback } }));
    if (found) now.value = found;
  };
  return {
    now,
    busy,
    wasChanged,
    load,
    async take(step) {
      const key = JSON.stringify(step);
      if (pending?.key !== key) pending = { key, id: newId() };
      busy.value = true;
      wasChanged.value = false;
      const reply = await staff.attempt(
        staff
          .call(postCallbackStep, { path: { callback }, body: { id: pending.id, ...step } })
          .catch(async (error) => {
            // Not a failure to be read in a strip: what there is now is the answer.
            if (!(error instanceof CallError) || error.code !== 'conflict') throw error;
            wasChanged.value = true;
            return null;
          }),
      );
      busy.value = false;
      if (wasChanged.value) await load();
      if (!reply) return false;
      pending = undefined;
      now.value = reply;
      return true;
    },
  };
};
