import { route } from '../route.ts';
import type {
  Done,
  MarkSeen,
  MessageReply,
  SendMessage,
  Typing,
  VisitorConversations,
  VisitorThread,
} from './schema.ts';

/*
 * Called with `Authorization: Bearer <visitor secret>`. The browser makes the secret at the visitor's first action;
 * a write with a secret that the site has not met yet makes the visitor, a read with one is 401 `unauthenticated`.
 */
export const listConversations = route<undefined, VisitorConversations>(
  'GET',
  '/api/sites/:site/conversations',
);
export const getThread = route<undefined, VisitorThread>(
  'GET',
  '/api/sites/:site/conversations/:conversation',
);
export const postMessage = route<SendMessage, MessageReply>(
  'POST',
  '/api/sites/:site/conversations/:conversation/messages',
);
export const takeBackMessage = route<undefined, MessageReply>(
  'DELETE',
  '/api/sites/:site/conversations/:conversation/messages/:message',
);
export const postSeen = route<MarkSeen, Done>('POST', '/api/sites/:site/conversations/:conversation/seen');

/** Said while somebody types, and once when they stop; holds for a few seconds. */
export const postTyping = route<Typing, Done>('POST', '/api/sites/:site/conversations/:conversation/typing');

/** `poll`: one answer with what there is, for lines on which streams do not work. */
export interface StreamQuery {
  after?: string | undefined;
  poll?: '1' | undefined;
  /** The presence that the reader knows (`presenceMark`; `?` for none): it is sent at once where it differs. */
  here?: string | undefined;
}

/** Server-sent events, read with fetch. Query `after` or header `Last-Event-ID`: the cursor to resume from. */
export const visitorLive = route<undefined, undefined, StreamQuery>('GET', '/api/sites/:site/live');

/** Replaces the visitor's secret: authorised by the old one, which ends an hour later. */
export const rotateSecret = route<{ secret: string }, Done>('POST', '/api/sites/:site/visitor/secret');
