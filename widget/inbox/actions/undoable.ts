import { type ReadonlySignal, signal } from '@preact/signals';
import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { postAction, undoAction } from '../../../shared/inbox/routes.ts';
import { runMacro } from '../../../shared/rules/routes.ts';
import type { ConversationChange } from '../../../shared/inbox/schema.ts';
import type { Attempt } from '../../core/net/attempt.ts';
import { asCallError } from '../../core/net/client.ts';
import type { Call, CallError } from '../../core/net/client.ts';

/** Undo is offered for so long, milliseconds. */
const offeredFor = 10_000;

/** The last action, while it can be undone; or one that failed, and is undone again. */
export interface UndoableAction {
  id: string;
  change: ConversationChange;
  count: number;
  refused: number;
  isUndoable: boolean;
  isMacro?: true;
  problem: CallError | null;
}

/** Runs a macro: only the server knows what becomes of them. @returns whether it was done; what failed is said */
const run = async (
  call: Call,
  offer: (action: UndoableAction) => void,
  ids: readonly string[],
  macro: string,
): Promise<boolean> => {
  if (!ids.length) return false;
  const id = newId();
  const ran = { id, change: {}, isMacro: true } as const;
  try {
    const reply = await call(runMacro, { path: { macro }, body: { id, conversations: [...ids] } });
    const [count, refused] = [reply.changed.length, reply.refused.length];
    offer({ ...ran, count, refused, isUndoable: reply.undoable, problem: null });
    return true;
  } catch (error) {
    const problem = asCallError(error);
    offer({ ...ran, count: 0, refused: ids.length, isUndoable: false, problem });
    return false;
  }
};

/**
 * Changes conversations, and takes back what was just done. A change shows at once; what the server then refuses, or
 * never hears of, shows as it was again, unless it changed meanwhile.
 * @param find a conversation as it is shown now
 * @param predict a conversation as a change will leave it, or null where only the server knows
 */
export const createUndoableActions = (
  call: Call,
  attempt: Attempt,
  take: (item: InboxConversation) => void,
  find: (id: string) => InboxConversation | undefined,
  predict: (item: InboxConversation, change: ConversationChange) => InboxConversation | null,
) => {
  const last = signal<UndoableAction | null>(null);
  /** Rows shown before the server has said so. */
  const predicted = new Map<string, InboxConversation>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const offer = (next: UndoableAction | null): void => {
    clearTimeout(timer);
    last.value = next;
    if (next)
      timer = setTimeout(() => {
        last.value = null;
      }, offeredFor);
  };
  return {
    last: last as ReadonlySignal<UndoableAction | null>,
    /** The server has told of a conversation: what was predicted of it counts no more. */
    onChange: (id: string): void => void predicted.delete(id),
    /** @returns the conversations as they are now, or null when it failed; what failed is said */
    async act(ids: readonly string[], change: ConversationChange): Promise<InboxConversation[] | null> {
      if (!ids.length) return null;
      const id = newId();
      const before = new Map<string, { was: InboxConversation; shown: InboxConversation }>();
      for (const one of ids) {
        const was = find(one);
        const shown = was && predict(was, change);
        if (!shown) continue;
        before.set(one, { was, shown });
        predicted.set(one, shown);
        take(shown);
      }
      const goBack = (one: string): void => {
        const known = before.get(one);
        if (!known || predicted.get(one) !== known.shown) return;
        predicted.delete(one);
        take(known.was);
      };
      try {
        const reply = await call(postAction, { body: { id, conversations: [...ids], change } });
        reply.refused.forEach(goBack);
        for (const item of reply.conversations) {
          predicted.delete(item.id);
          take(item);
        }
        offer({
          id,
          change,
          count: reply.conversations.length,
          refused: reply.refused.length,
          isUndoable: reply.undoable,
          problem: null,
        });
        return reply.conversations;
      } catch (error) {
        ids.forEach(goBack);
        const problem = asCallError(error);
        offer({ id, change, count: 0, refused: ids.length, isUndoable: false, problem });
        return null;
      }
    },
    run: (ids: readonly string[], macro: string) => run(call, offer, ids, macro),
    async undo(): Promise<InboxConversation[] | null> {
      const done = last.value;
      if (!done?.isUndoable) return null;
      offer(null);
      const reply = await attempt(call(undoAction, { path: { action: done.id } }));
      reply?.conversations.forEach(take);
      return reply?.conversations ?? null;
    },
    forget: () => offer(null),
    dispose: () => clearTimeout(timer),
  };
};
