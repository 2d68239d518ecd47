import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { TypingSignal, WhereaboutsSignal } from '../../../shared/core/conversations/events.ts';
import type { InboxConversation, Message } from '../../../shared/core/conversations/schema.ts';
import type { InboxEvent } from '../../../shared/inbox/events.ts';
import { getInboxThread, postStaffSeen } from '../../../shared/inbox/routes.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { createTypists } from '../../core/conversations/typing.ts';
import type { Attempt } from '../../core/net/attempt.ts';
import type { Call } from '../../core/net/client.ts';
import type { LiveListener } from '../../core/net/live.ts';

/** The conversation that is open, kept current by the log. */
export interface OpenThread extends LiveListener {
  /** The id of the conversation; null while none is open. */
  id: ReadonlySignal<string | null>;
  /** Null while it loads. */
  now: ReadonlySignal<InboxThread | null>;
  /** The message that is to be shown: what a search has found. */
  goal: Signal<string | null>;
  /** True while the visitor types. */
  isTyping: ReadonlySignal<boolean>;
  open(id: string | null, message?: string | null): void;
  reload(): void;
  addMessage(message: Message): void;
  takeConversation(item: InboxConversation): void;
  /** Tells the server that it was seen, if it is in front of somebody. */
  markSeen(): void;
  dispose(): void;
}

/** @param onOpen called when another conversation, or none, is open */
export const createOpenThread = (
  call: Call,
  attempt: Attempt,
  onOpen: (id: string | null) => void,
): OpenThread => {
  const id = signal<string | null>(null);
  const now = signal<InboxThread | null>(null);
  const goal = signal<string | null>(null);
  const typists = createTypists('visitor');
  /** Events that came while a reply is on its way, which may be older than they are; null while none is. */
  let meanwhile: InboxEvent[] | null = null;

  const markSeen = (): void => {
    if (!now.value || document.visibilityState !== 'visible') return;
    const { conversation } = now.value;
    if (conversation.staffSeen >= conversation.lastSeq) return;
    const path = { conversation: conversation.id };
    void attempt(call(postStaffSeen, { path, body: { seq: conversation.lastSeq } }));
  };
  const load = async (wanted: string): Promise<void> => {
    const since: InboxEvent[] = [];
    meanwhile = since;
    const found = await attempt(call(getInboxThread, { path: { conversation: wanted } }));
    // A later load keeps its own.
    if (meanwhile === since) meanwhile = null;
    if (!found || id.value !== wanted) return;
    // A link or a mention may name what has become part of another conversation.
    if (found.conversation.mergedInto) return open(found.conversation.mergedInto);
    now.value = found;
    for (const event of since) if (event.seq > found.cursor) take(event);
    markSeen();
  };
  const open = (wanted: string | null, message: string | null = null): void => {
    goal.value = message;
    if (id.value === wanted) return;
    id.value = wanted;
    now.value = null;
    onOpen(wanted);
    if (wanted) void load(wanted);
  };
  const reload = (): void => {
    if (id.value) void load(id.value);
  };
  const takeConversation = (conversation: InboxConversation): void => {
    if (now.value?.conversation.id === conversation.id) now.value = { ...now.value, conversation };
  };
  const addMessage = (message: Message): void => {
    const thread = now.value;
    if (thread?.conversation.id !== message.conversation) return;
    if (thread.messages.some((known) => known.id === message.id)) return;
    const messages = [...thread.messages, message].sort((one, other) => one.seq - other.seq);
    now.value = { ...thread, messages };
  };
  const locate = ({ visitor, ...whereabouts }: WhereaboutsSignal['data']): void => {
    if (now.value?.conversation.visitor.id === visitor) now.value = { ...now.value, whereabouts };
  };
  const take = (event: InboxEvent): void => {
    if (event.kind !== 'message.added' && event.kind !== 'conversation.changed') return;
    const { conversation } = event.data;
    takeConversation(conversation);
    if (conversation.id === id.value && conversation.mergedInto) {
      open(conversation.mergedInto);
      return;
    }
    if (event.kind !== 'message.added') return;
    const { message } = event.data;
    if (message.author.kind === 'visitor') typists.stop(conversation.id);
    addMessage(message);
    if (now.value?.conversation.id !== conversation.id) return;
    // Merging moves messages from one thread to another.
    if (/^(?:un)?merged$/.test(message.notice?.kind ?? '')) reload();
    else markSeen();
  };

  return {
    id,
    now,
    goal,
    isTyping: computed(() => typists.names.value[id.value ?? ''] !== undefined),
    open,
    reload,
    addMessage,
    takeConversation,
    markSeen,
    onEvent(given) {
      const event = given as InboxEvent;
      if (event.kind !== 'message.added' && event.kind !== 'conversation.changed') return;
      meanwhile?.push(event);
      take(event);
    },
    onSignal(frame) {
      if (frame.kind === 'typing') typists.onSignal((frame as TypingSignal).data);
      else if (frame.kind === 'whereabouts') locate((frame as WhereaboutsSignal).data);
    },
    onReset: reload,
    dispose: typists.dispose,
  };
};
