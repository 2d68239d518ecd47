import type { ReadonlySignal } from '@preact/signals';
import type { Message, SendMessage, VisitorConversation } from '../../../shared/core/conversations/schema.ts';
import type { CallError } from '../net/client.ts';
import type { LiveState } from '../net/live.ts';
import type { Outbox, QueuedCall } from '../net/outbox.ts';
import type { Unsent } from '../net/unsent.ts';
import type { Uploads } from '../net/uploads.ts';
import type { Composer } from './composer.tsx';
import type { Drafts } from './drafts.ts';
import type { Files } from './files.ts';
import type { PresenceWatch } from './presence.ts';
import type { Typists } from './typing.ts';

/** Something of a visitor's to be sent, whichever feature it comes from. */
export interface Sending extends QueuedCall {
  /** The kind within its feature: `message`, `question` … */
  kind: string;
  /** True for what follows a first message that is not acknowledged: until then there is nothing to add to. */
  waitsForOpening?: boolean;
}

/** Says how a first message is sent: it opens the conversation, whose id is the message's. */
export type Opening = (message: SendMessage) => Pick<Sending, 'method' | 'path' | 'body'>;

/** The news of a call or an event. */
export interface Arrived {
  message?: Message;
  messages?: readonly Message[];
  conversation?: VisitorConversation;
}

/** The visitor's conversations: what was said, what waits to be sent, and what arrives. */
export interface ConversationStore {
  conversations: ReadonlySignal<readonly VisitorConversation[]>;
  /** The messages of a conversation, as far as they were read. */
  messages(conversation: string): ReadonlySignal<readonly Message[]>;
  /** Answers that the visitor has not seen. */
  unread: ReadonlySignal<number>;
  /** True while the list could not be read. */
  failed: ReadonlySignal<boolean>;
  /** Counts how often the list was read: what was read of threads may be older than that. */
  readings: ReadonlySignal<number>;
  /** The state of the live line. */
  line: ReadonlySignal<LiveState>;
  /** True while the page is in front of the visitor. */
  visible: ReadonlySignal<boolean>;
  outbox: Outbox<Sending>;
  drafts: Drafts;
  uploads: Uploads;
  files: Files;
  typists: Typists;
  /** The presence of the team, as far as somebody looks. */
  presence: PresenceWatch;
  /** Keeps and sends; the id is the thing's own. `first`: before what waits. */
  send(id: string, sending: Sending, first?: boolean): void;
  /** Reads the list and goes live; nothing without a secret. */
  begin(): Promise<void>;
  /** Begins again, when the visitor turned out to be somebody with a history. */
  restart(): Promise<void>;
  take(arrived: Arrived): void;
  /** The conversation that the visitor began last, from this page. */
  begun: ReadonlySignal<{ kind: string } | null>;
  /** The message of the other side that arrived last, while the page was open before the visitor. */
  lastMessage: ReadonlySignal<Message | null>;
  dispose(): void;
}

/** One conversation as its visitor reads it. */
export interface Thread {
  id: string;
  conversation: ReadonlySignal<VisitorConversation | undefined>;
  messages: ReadonlySignal<readonly Message[]>;
  /** Replies that the server has not acknowledged. */
  unsent: ReadonlySignal<readonly Unsent<Sending>[]>;
  /** An error: why the messages could not be read. */
  state: ReadonlySignal<'loading' | 'ready' | CallError>;
  composer: Composer;
  /** The member of the staff who types now. */
  typist: ReadonlySignal<string | undefined>;
  load(): Promise<void>;
  send(): void;
  /** Takes an unsent reply back into the composer, with its files. */
  edit(item: Unsent<Sending>): void;
  /** Forgets an unsent reply. If it was the first, what follows it becomes so. */
  drop(item: Unsent<Sending>): void;
  /** Tells the server that everything here was seen. */
  see(): void;
  dispose(): void;
}
