import { signal } from '@preact/signals';
import { newId } from '../../../shared/core/ids.ts';
import * as contract from '../../../shared/core/moderation/routes.ts';
import type { AddBlock, Block, ModerationSubject } from '../../../shared/core/moderation/schema.ts';
import type { StaffContext } from '../../core/staff/context.ts';

/** A block that was just made, with what it hid: both can be taken back. */
export interface FreshBlock {
  block: Block;
  hidden: ModerationSubject[];
}

/** Makes blocks, and takes the last one back. */
export const createFreshBlock = (staff: StaffContext) => {
  const fresh = signal<FreshBlock | null>(null);
  return {
    fresh,
    /** @returns whether it was taken */
    async make(given: Omit<AddBlock, 'id'>): Promise<boolean> {
      const body = { ...given, id: newId() };
      const reply = await staff.attempt(staff.call(contract.postBlock, { body }));
      if (reply) fresh.value = reply;
      return reply !== null;
    },
    /** Ends the last block; what it hid waits again. */
    async undo(): Promise<void> {
      const last = fresh.value;
      if (!last) return;
      fresh.value = null;
      const path = { block: last.block.id };
      const ended = await staff.attempt(staff.call(contract.deleteBlock, { path }));
      if (!ended || last.hidden.length === 0) return;
      const body = { items: last.hidden, decision: 'hold' as const };
      await staff.attempt(staff.call(contract.decideModerated, { body }));
    },
    forget(): void {
      fresh.value = null;
    },
  };
};
