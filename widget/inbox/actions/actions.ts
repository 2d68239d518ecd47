import { computed, type ReadonlySignal } from '@preact/signals';
import { postBlock } from '../../../shared/core/conversations/endRoutes.ts';
import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import type { InboxEvent } from '../../../shared/inbox/events.ts';
import * as routes from '../../../shared/inbox/routes.ts';
import type { ConversationChange } from '../../../shared/inbox/schema.ts';
import type { Attempt } from '../../core/net/attempt.ts';
import type { Call } from '../../core/net/client.ts';
import type { LiveListener } from '../../core/net/live.ts';
import type { List } from '../list/list.ts';
import type { OverviewModel } from '../list/overview.ts';
import type { OpenThread } from '../thread/openThread.ts';
import { predict } from './predict.ts';
import { createUndoableActions, type UndoableAction } from './undoable.ts';

/** Actions on conversations: on those that are picked, or else on the open one. */
export interface Actions extends LiveListener {
  /** The last action, while it can be undone. */
  last: ReadonlySignal<UndoableAction | null>;
  /** The conversations that an action is for. */
  targets: ReadonlySignal<readonly string[]>;
  /** @param ids other conversations than the targets */
  act(change: ConversationChange, ids?: readonly string[]): Promise<void>;
  /** Runs a macro on the targets. */
  runMacro(macro: string): Promise<void>;
  undo(): Promise<void>;
  forget(): void;
  unmerge(conversation: string): Promise<void>;
  block(conversation: string, blocked: boolean): Promise<void>;
  dispose(): void;
}

export const createActions = (given: {
  call: Call;
  attempt: Attempt;
  overview: OverviewModel;
  list: List;
  thread: OpenThread;
  /** Shows a conversation as it is now. */
  take(item: InboxConversation): void;
}): Actions => {
  const { call, attempt, overview, list, thread, take } = given;
  const undoable = createUndoableActions(
    call,
    attempt,
    take,
    (id) =>
      thread.now.value?.conversation.id === id
        ? thread.now.value.conversation
        : list.rows.value?.find((row) => row.id === id),
    (item, change) => predict(item, change, overview.now.value),
  );
  const targets = computed((): readonly string[] => {
    if (list.picked.value.size) return [...list.picked.value];
    return thread.id.value ? [thread.id.value] : [];
  });
  return {
    last: undoable.last,
    targets,
    async act(change, ids = []) {
      const wanted = ids.length ? ids : targets.value;
      const changed = await undoable.act(wanted, change);
      if (!changed) return;
      list.pickNone();
      if (change.mergeInto && wanted.includes(thread.id.value ?? '')) thread.open(change.mergeInto);
      overview.refresh();
    },
    async runMacro(macro) {
      if (!(await undoable.run(targets.value, macro))) return;
      list.pickNone();
      overview.refresh();
      thread.reload();
    },
    async undo() {
      if (!(await undoable.undo())) return;
      overview.refresh();
      thread.reload();
    },
    forget: undoable.forget,
    async unmerge(conversation) {
      const reply = await attempt(call(routes.unmerge, { path: { conversation } }));
      if (reply) take(reply.conversation);
    },
    async block(conversation, blocked) {
      await attempt(call(postBlock, { path: { conversation }, body: { blocked } }));
    },
    onEvent(given) {
      const event = given as InboxEvent;
      if (event.kind === 'message.added' || event.kind === 'conversation.changed')
        undoable.onChange(event.data.conversation.id);
    },
    dispose: undoable.dispose,
  };
};
