import type { LiveEvent, SignalFrame } from '../core/events.ts';
import type { InboxConversation, Message } from '../core/conversations/schema.ts';

export type InboxMessageAdded = LiveEvent<
  'message.added',
  { message: Message; conversation: InboxConversation }
>;
/** A message whose content was removed, as it is now. */
export type InboxMessageChanged = LiveEvent<
  'message.changed',
  { message: Message; conversation: InboxConversation }
>;
/** A person was erased, and this conversation with them. */
export type InboxConversationErased = LiveEvent<'conversation.erased', { erased: string }>;
export type InboxConversationChanged = LiveEvent<'conversation.changed', { conversation: InboxConversation }>;
/** Labels, teams or canned replies are others now: ask for them. */
export type InboxChanged = LiveEvent<'inbox.changed', object>;
/** Something that is no conversation changed: whoever shows it asks what. */
export type InboxOther = LiveEvent<
  'comment.added' | 'comment.held' | 'comment.changed' | 'comment.approved',
  object
>;
export type InboxEvent =
  | InboxMessageAdded
  | InboxMessageChanged
  | InboxConversationErased
  | InboxConversationChanged
  | InboxChanged
  | InboxOther;

/** A colleague looks at a conversation, writes in it, or has left it; forgotten after `viewingHolds` without another. */
export type ViewingSignal = SignalFrame<
  'viewing',
  {
    conversation: string;
    by: { id: string; name: string };
    state: 'here' | 'writing' | 'left';
    arrives: boolean;
  }
>;
/** Milliseconds that a word about viewing holds; it is said again before. */
export const viewingHolds = 45_000;
