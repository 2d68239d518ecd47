import type { LiveEvent, SignalFrame } from '../events.ts';
import type { Whereabouts } from './hostPage.ts';
import type { Message, VisitorConversation } from './schema.ts';

/** A public message (or, to staff, a note) was added. Visitors get only their own conversations' public ones. */
export type MessageAdded = LiveEvent<
  'message.added',
  { message: Message; conversation: VisitorConversation }
>;

/** Something on the conversation's row changed: status, promise, seen marks, publication. Carries the row anew. */
export type ConversationChanged = LiveEvent<'conversation.changed', { conversation: VisitorConversation }>;

export type VisitorEvent = MessageAdded | ConversationChanged;

/** Somebody types, or has stopped; forgotten after `typingHolds` without another. */
export type TypingSignal = SignalFrame<
  'typing',
  { conversation: string; by: { kind: 'visitor' | 'staff'; id: string; name: string }; typing: boolean }
>;
/** Which page a visitor looks at now; holds for `whereaboutsHold`. Staff alone hear it. */
export type WhereaboutsSignal = SignalFrame<
  'whereabouts',
  { visitor: string; page: Whereabouts['page']; at: number }
>;

/** Milliseconds that a typing signal holds. */
export const typingHolds = 6_000;
