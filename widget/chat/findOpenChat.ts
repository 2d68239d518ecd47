import { postChat } from '../../shared/chat/routes.ts';
import { newId } from '../../shared/core/ids.ts';
import type { ConversationStore } from '../core/conversations/types.ts';

/** Where the id of a chat that has not begun is kept: beside its draft, so that reload and other tabs find both. */
const coming = 'chat';

/**
 * The conversation that "chat" means now: the one that waits to be sent, the newest that is open, or one to come.
 */
export const findOpenChat = (store: ConversationStore): string => {
  const unsent = store.outbox.items.value.find(({ payload }) => payload.path === postChat.path);
  const open = store.conversations.value.find((row) => row.kind === 'chat' && row.status !== 'closed');
  const known = unsent?.payload.parameters.conversation ?? open?.id;
  if (known) return known;
  const stored = store.drafts.all.value[coming];
  // What was kept may have become a conversation since, and ended.
  if (stored && !store.conversations.value.some(({ id }) => id === stored)) return stored;
  const id = newId();
  store.drafts.write(coming, id);
  return id;
};
