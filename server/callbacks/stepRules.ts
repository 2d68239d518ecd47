import type { NewNotice } from '../core/conversations/notices.ts';
import type { CallbackState } from '../../shared/callbacks/machine.ts';
import type { Notice } from '../../shared/core/conversations/schema.ts';
import type { CallbackRow } from './queries.ts';

/** The changes of a step, before they are written. */
export interface Decided {
  change: Partial<CallbackRow> & { state: CallbackState };
  notice: (Notice & { visibility: NewNotice['visibility'] }) | null;
  /** Changes to the inbox's row. */
  row: { isOver: boolean; waitsForVisitor: boolean };
  planned: number | null;
}
