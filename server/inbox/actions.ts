import type { ConversationChange } from '../../shared/inbox/schema.ts';

/** The time in which an action can be undone, milliseconds: longer than the inbox offers it, for slow lines. */
export const undoWithin = 60_000;

/** True when nobody outside was told of a change: then it can be taken back. */
export const isUndoable = (change: ConversationChange): boolean => change.promiseAt === undefined;
