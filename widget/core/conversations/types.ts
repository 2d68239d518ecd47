import type { ReadonlySignal } from '@preact/signals';
import type { Message, SendMessage, VisitorConversation } from '../../../shared/core/conversations/schema.ts';
import type { Method } from '../../../shared/core/route.ts';
import type { CallError } from '../net/client.ts';
import type { LiveState } from '../net/live.ts';
import type { Outbox, Unsent } from '../net/outbox.ts';
import type { Upload, Uploads } from '../net/uploads.ts';
import type { Drafts } from './drafts.ts';
import type { Files } from './files.ts';
import type { PresenceWatch } from './presence.ts';
import type { Typists } from './typing.ts';

/** Something to be sent, whichever feature it comes from, in the words of the contract. */
export interface Sending {
  /** What it is to its feature. */
  kind: string;
  method: Method;
  path: string;
  parameters: Record<string, string>;
  body: object;
  /** True for what follows a first message that is not acknowledged: without it there is nothing to add to. */
  behind?: boolean;
  /** Files that it carries: they are sent before it. */
  files?: { id: string; name: string }[];
}

/** Says how a first message is sent: it opens the conversation, whose id is the message's. */
export type Opening = (message: SendMessage) => Pick<Sending, 'method' | 'path' | 'body'>;

/** One conversation as its visitor reads it. */
export interface Thread {
  id: string;
  conversation: ReadonlySignal<VisitorConversation | undefined>;
  messages: ReadonlySignal<readonly Message[]>;
  /** Replies that the server has not acknowledged. */
  unsent: ReadonlySignal<readonly Unsent<Sending>[]>;
  /** `error`: why the messages could not be read. */
  state: ReadonlySignal<'loading' | 'ready' | CallError>;
  draft: ReadonlySignal<string>;
  /** Files that the next message will carry. */
  uploads: ReadonlySignal<readonly Upload[]>;
  /** The member of the staff who types now. */
  typist: ReadonlySignal<string | undefined>;
  /** Keeps what is written, and tells that it is. */
  write(text: string): void;
  load(): Promise<void>;
  put(message: Message): void;
  send(): void;
  /** Takes an unsent reply back into the draft, with its files. */
  edit(item: Unsent<Sending>): void;
  /** Forgets an unsent reply. Was it the first, what follows it becomes so. */
  drop(item: Unsent<Sending>): void;
  /** Tells the server that everything here was seen. */
  see(): void;
  dispose(): void;
}

/** The visitor's conversations: what was said, what waits to be sent, and what arrives. */
export interface ConversationStore {
  conversations: ReadonlySignal<readonly VisitorConversation[]>;
  /** Answers that the visitor has not seen. */
  unread: ReadonlySignal<number>;
  /** True while the list could not be read. */
  failed: ReadonlySignal<boolean>;
  line: ReadonlySignal<LiveState>;
  /** True while the page is in front of the visitor. */
  visible: ReadonlySignal<boolean>;
  outbox: Outbox<Sending>;
  drafts: Drafts;
  uploads: Uploads;
  files: Files;
  typists: Typists;
  /** Who is there, as far as somebody looks. */
  presence: PresenceWatch;
  /** Keeps and sends; the id is the thing's own. `first`: before what waits. */
  send(id: string, sending: Sending, first?: boolean): void;
  /**
   * The messages of a conversation; the same object each time.
   * @param opening how its first message is sent, while the server does not know it yet
   */
  thread(id: string, opening?: Opening): Thread;
  /** Reads the list and goes live; nothing without a secret. */
  begin(): Promise<void>;
  /** Begins again, when the visitor turned out to be somebody with a history. */
  restart(): Promise<void>;
  /** Puts in what a call brought. */
  take(brought: { message?: Message; conversation?: VisitorConversation; messages?: Message[] }): void;
  dispose(): void;
}
