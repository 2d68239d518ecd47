import { type ReadonlySignal, signal } from '@preact/signals';
import type { InboxConversation } from '../../shared/core/conversations/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import { postAction, undoAction } from '../../shared/inbox/routes.ts';
import type { ConversationChange } from '../../shared/inbox/schema.ts';
import { type Call, CallError } from '../core/net/client.ts';

/** Undo is offered for so long, milliseconds. */
const offeredFor = 10_000;

/** What was just done, while it can be taken back; or what was not, and is as it was again. */
export interface Deed {
  id: string;
  change: ConversationChange;
  count: number;
  refused: number;
  isUndoable: boolean;
  problem: CallError | null;
}

/**
 * Changes conversations, and takes back what was just done. A change shows at once; what the server then refuses, or
 * never hears of, shows as it was again, unless there is news of it meanwhile.
 * @param find a conversation as it is shown now
 * @param guess a conversation as a change will leave it, or null where only the server knows
 */
export const createActs = (
  call: Call,
  attempt: <Value>(work: Promise<Value>) => Promise<Value | null>,
  take: (item: InboxConversation) => void,
  find: (id: string) => InboxConversation | undefined,
  guess: (item: InboxConversation, change: ConversationChange) => InboxConversation | null,
) => {
  const deed = signal<Deed | null>(null);
  /** What is shown before the server has said so. */
  const guessed = new Map<string, InboxConversation>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const offer = (next: Deed | null): void => {
    clearTimeout(timer);
    deed.value = next;
    if (next)
      timer = setTimeout(() => {
        deed.value = null;
      }, offeredFor);
  };
  return {
    deed: deed as ReadonlySignal<Deed | null>,
    /** The server has told of a conversation: what was guessed of it counts no more. */
    hear: (id: string): void => void guessed.delete(id),
    /** @returns the conversations as they are now, or null when it failed; what failed is said */
    async act(ids: readonly string[], change: ConversationChange): Promise<InboxConversation[] | null> {
      if (!ids.length) return null;
      const id = newId();
      const before = new Map<string, { was: InboxConversation; shown: InboxConversation }>();
      for (const one of ids) {
        const was = find(one);
        const shown = was && guess(was, change);
        if (!shown) continue;
        before.set(one, { was, shown });
        guessed.set(one, shown);
        take(shown);
      }
      const goBack = (one: string): void => {
        const known = before.get(one);
        if (!known || guessed.get(one) !== known.shown) return;
        guessed.delete(one);
        take(known.was);
      };
      try {
        const reply = await call(postAction, { body: { id, conversations: [...ids], change } });
        reply.refused.forEach(goBack);
        for (const item of reply.conversations) {
          guessed.delete(item.id);
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
        const problem = error instanceof CallError ? error : new CallError('broken');
        offer({ id, change, count: 0, refused: ids.length, isUndoable: false, problem });
        return null;
      }
    },
    async undo(): Promise<InboxConversation[] | null> {
      const last = deed.value;
      if (!last?.isUndoable) return null;
      offer(null);
      const reply = await attempt(call(undoAction, { path: { action: last.id } }));
      reply?.conversations.forEach(take);
      return reply?.conversations ?? null;
    },
    forget: () => offer(null),
    dispose: () => clearTimeout(timer),
  };
};

export type Acts = ReturnType<typeof createActs>;
