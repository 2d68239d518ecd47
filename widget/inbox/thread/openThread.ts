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

type Place = WhereaboutsSignal['data'];
type ThreadEvent = Extract<
  InboxEvent,
  { kind: 'message.added' | 'message.changed' | 'conversation.changed' }
>;
const isThreadEvent = (event: InboxEvent): event is ThreadEvent =>
  event.kind === 'message.added' || event.kind === 'message.changed' || event.kind === 'conversation.changed';

/** Holds the events that arrive while a reply is loading: the reply may be older than they are. */
const createMeanwhile = () => {
  let pending: ThreadEvent[] | null = null;
  /** Where visitors went: whose thread it is, the reply says. */
  let places: Place[] = [];
  return {
    add: (event: ThreadEvent) => void pending?.push(event),
    addPlace(place: Place) {
      if (pending) places.push(place);
      return place;
    },
    takePlaces: () => places.splice(0),
    /** @returns gives out, once the reply is there, what came after its cursor */
    begin() {
      const own: ThreadEvent[] = [];
      pending = own;
      places = [];
      return (cursor: number): ThreadEvent[] => {
        // A later load keeps its own.
        if (pending === own) pending = null;
        return own.filter(({ seq }) => seq > cursor);
      };
    },
  };
};

/** A thread with one message more, in its place; the same thread where it has it already. */
const withMessage = (thread: InboxThread, message: Message): InboxThread => {
  const known = thread.messages.find(({ id }) => id === message.id);
  // It never changes, but for what is taken away of it.
  if (known && !message.removed) return thread;
  const others = thread.messages.filter((one) => one !== known);
  return { ...thread, messages: [...others, message].sort((one, other) => one.seq - other.seq) };
};

/** Marks a thread as seen on the server, if the page is visible. */
const sendSeen = (call: Call, attempt: Attempt, thread: InboxThread | null): void => {
  if (!thread || document.visibilityState !== 'visible') return;
  const { id, staffSeen, lastSeq } = thread.conversation;
  if (staffSeen < lastSeq)
    void attempt(call(postStaffSeen, { path: { conversation: id }, body: { seq: lastSeq } }));
};

/** Puts the page that a visitor looks at now into their thread. */
const locate = (now: Signal<InboxThread | null>, { visitor, ...whereabouts }: Place): void => {
  if (now.value?.conversation.visitor.id === visitor) now.value = { ...now.value, whereabouts };
};

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
  const meanwhile = createMeanwhile();

  const markSeen = (): void => sendSeen(call, attempt, now.value);
  const load = async (wanted: string): Promise<void> => {
    const since = meanwhile.begin();
    const found = await attempt(call(getInboxThread, { path: { conversation: wanted } }));
    const missed = since(found?.cursor ?? 0);
    if (!found || id.value !== wanted) return;
    // A link or a mention may name what has become part of another conversation.
    if (found.conversation.mergedInto) return open(found.conversation.mergedInto);
    now.value = found;
    for (const one of meanwhile.takePlaces()) locate(now, one);
    missed.forEach(take);
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
  const reload = (): void => void (id.value && load(id.value));
  const takeConversation = (conversation: InboxConversation): void => {
    if (now.value?.conversation.id === conversation.id) now.value = { ...now.value, conversation };
  };
  const addMessage = (message: Message): void => {
    if (now.value?.conversation.id === message.conversation) now.value = withMessage(now.value, message);
  };
  const takeMessage = (message: Message): void => {
    if (message.author.kind === 'visitor') typists.stop(message.conversation);
    addMessage(message);
    if (now.value?.conversation.id !== message.conversation) return;
    // Merging and splitting move messages from one thread to another.
    if (/^(?:(?:un)?merged|split_(?:off|from))$/.test(message.notice?.kind ?? '')) reload();
    else markSeen();
  };
  const take = (event: ThreadEvent): void => {
    const { conversation } = event.data;
    takeConversation(conversation);
    if (conversation.id === id.value && conversation.mergedInto) open(conversation.mergedInto);
    else if (event.kind !== 'conversation.changed') takeMessage(event.data.message);
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
      if (event.kind === 'conversation.erased' && event.data.erased === id.value) return open(null);
      if (!isThreadEvent(event)) return;
      meanwhile.add(event);
      take(event);
    },
    onSignal(frame) {
      if (frame.kind === 'typing') typists.onSignal((frame as TypingSignal).data);
      else if (frame.kind === 'whereabouts') locate(now, meanwhile.addPlace(frame.data as Place));
    },
    onReset: reload,
    dispose: typists.dispose,
  };
};
