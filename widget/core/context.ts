import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentChildren, FunctionComponent } from 'preact';
import type { HostPage } from '../../shared/core/conversations/hostPage.ts';
import type { PublicSettings } from '../../shared/siteSettings.ts';
import type { ConversationStore, Opening, Thread } from './conversations/types.ts';
import type { Host } from './host.ts';
import type { Call } from './net/client.ts';
import type { Session } from './net/session.ts';
import type { Identity } from './script/identity.ts';
import type { Texts } from './text/i18n.ts';

/* What the panel gives to its features. */

/** Shared by every surface on the page: the visitor, the site, the texts, the conversations. */
export interface WidgetContext {
  base: string;
  site: string;
  nonce: string;
  settings: PublicSettings;
  texts: Texts;
  /** The page's visitor, as it identifies them. */
  who(): Identity | undefined;
  session: Session;
  /** Anonymous calls. */
  call: Call;
  /** Everything about conversations; null until it is loaded. */
  conversations: ReadonlySignal<ConversationsPart | null>;
  /** @throws when it cannot be loaded; the next call tries again */
  loadConversations(): Promise<ConversationsPart>;
  /** Loads the view that a feature has for conversations of its kind; undefined where none has. */
  conversationView(kind: string): (() => Promise<ConversationEntry>) | undefined;
  dispose(): void;
}

/** One place where the widget draws: the panel, an inline element of the page, or a prompt. */
export interface Surface {
  context: WidgetContext;
  /** Shown in place of home: the id of a conversation, the kind of one that begins here, or null. */
  conversation: Signal<string | null>;
  /** False while nobody can see it. */
  shown: ReadonlySignal<boolean>;
  /** Read out by screen readers. */
  announcement: Signal<string>;
  addStyles(rules: string): void;
  /** `data-` attributes of the inline element. */
  given?: DOMStringMap;
  /** Moves the focus to where the current view begins. */
  focusStart(): void;
}

/** A conversation of one kind; the id may be the kind itself: where a new one begins. */
export type ConversationView = FunctionComponent<{ id: string }>;

/** `index.ts` of a feature with a view for its conversations. */
export interface ConversationEntry {
  /** Loads its texts too. @throws when they cannot be loaded */
  open(surface: Surface, part: ConversationsPart): Promise<ConversationView>;
}

/** Props of a thread's view. */
export interface TalkProps {
  surface: Surface;
  thread: Thread;
  /** Stands above the messages and stays in sight. */
  head: ComponentChildren;
  /** Stands between the messages and the composer. */
  children?: ComponentChildren;
  /** The composer's label. */
  label?: string | undefined;
  /** Whether a message may be sent now; absent, it may. */
  check?: (() => boolean) | undefined;
}

/** Loaded once a visitor has acted: the conversations' store and views. */
export interface ConversationsPart {
  store: ConversationStore;
  ConversationList: FunctionComponent<{ surface: Surface; onEdit(id: string): void }>;
  ThreadView: FunctionComponent<{ surface: Surface; id: string }>;
  /**
   * A conversation; the same object each time.
   * @param opening how its first message is sent, while the server does not know it yet
   */
  thread(id: string, opening?: Opening): Thread;
  /** A conversation in progress, for features with a view of their own. */
  Talk: FunctionComponent<TalkProps>;
  Team: FunctionComponent<{ surface: Surface; isTitle?: boolean; promised?: string | undefined }>;
  /** The current time, updated every few seconds. */
  useNow(): number;
  /** The page that the visitor is on, as far as the site wants to know. */
  hostPage(): HostPage | undefined;
  /** Shows the number of unread replies on the launcher. @returns what removes it */
  drawBadge(host: Host, restyled: ReadonlySignal<number>): () => void;
  /** Has screen readers read what arrives. @param surface the panel. @returns what ends it */
  speak(host: Host, surface: Surface): () => void;
  dispose(): void;
}
