import type { InboxConversation } from '../../../../shared/core/conversations/schema.ts';
import type { InboxThread } from '../../../../shared/inbox/schema.ts';
import { useInbox } from '../../context.ts';

/** The targets of a command of the palette. */
export interface Targets {
  targets: readonly string[];
  /** The targets, as far as they are on screen. */
  chosen: readonly InboxConversation[];
  /** The open conversation, where it is the one target. */
  open: InboxConversation | null;
  thread: InboxThread | null;
}

export const useTargets = (): Targets => {
  const { actions, list, thread: opened } = useInbox();
  const targets = actions.targets.value;
  const thread = opened.now.value;
  const open = list.picked.value.size === 0 ? (thread?.conversation ?? null) : null;
  const rows = list.rows.value?.filter((row) => targets.includes(row.id)) ?? [];
  return { targets, chosen: open ? [open] : rows, open, thread };
};
