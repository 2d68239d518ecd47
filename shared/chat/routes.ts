import type { VisitorThread } from '../core/conversations/schema.ts';
import { route } from '../core/route.ts';
import type { StartChat } from './schema.ts';

/** Opens a chat with its first message; what follows goes through the conversation's own routes. */
export const postChat = route<StartChat, VisitorThread>('POST', '/api/sites/:site/chats');
