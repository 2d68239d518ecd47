import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Message, VisitorConversation } from '../../../shared/core/conversations/schema.ts';

/** The visitor's conversations, as far as this page knows them. */
export interface Records {
  conversations: ReadonlySignal<readonly VisitorConversation[]>;
  has(conversation: string): boolean;
  /** The messages of a conversation; the same signal each time. */
  messages(conversation: string): ReadonlySignal<readonly Message[]>;
  replaceAll(conversations: readonly VisitorConversation[]): void;
  putConversation(conversation: VisitorConversation): void;
  /** Puts a message in its place; ignored where nobody has asked for the messages. */
  putMessage(message: Message): void;
}

const byNewest = (one: VisitorConversation, other: VisitorConversation): number =>
  other.lastSeq - one.lastSeq;

export const createRecords = (): Records => {
  const conversations = signal<readonly VisitorConversation[]>([]);
  const messages = new Map<string, Signal<readonly Message[]>>();
  const replaceAll = (next: readonly VisitorConversation[]): void => {
    conversations.value = [...next].sort(byNewest);
  };
  return {
    conversations,
    has: (id) => conversations.value.some((each) => each.id === id),
    messages(id) {
      let found = messages.get(id);
      if (!found) messages.set(id, (found = signal<readonly Message[]>([])));
      return found;
    },
    replaceAll,
    putConversation: (conversation) =>
      replaceAll([conversation, ...conversations.value.filter(({ id }) => id !== conversation.id)]),
    putMessage(message) {
      const known = messages.get(message.conversation);
      if (!known) return;
      const others = known.value.filter(({ id }) => id !== message.id);
      known.value = [...others, message].sort((one, other) => one.seq - other.seq);
    },
  };
};
